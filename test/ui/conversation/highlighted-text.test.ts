import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {renderMarkdown} from '../../../source/text/markdown/render-markdown.js';
import {createMarkdownStyle} from '../../../source/text/markdown-style.js';
import {sanitize} from '../../../source/text/sanitize.js';
import {createTheme} from '../../../source/text/theme.js';
import {
	highlightedLine,
	lightMarked,
	markHighlight,
	withoutMark,
} from '../../../source/ui/conversation/highlighted-text.js';

const view = {width: 30, style: createMarkdownStyle(createTheme('plain', 0, 'dark')), highlight: null};
const rendered = (text: string) => renderMarkdown(text, view).map(line => line.text);
const marked = {...view, style: {...view.style, hasHighlights: true as const}};
const highlight = (text: string, start: number, end: number) =>
	lightMarked(
		renderMarkdown(markHighlight(text, start, end), marked).map(line => line.text),
		part => `«${part}»`,
	);

const escapes = /\u001B\[[\d;]*m/g;
const plain = (lines: readonly string[]) => lines.map(line => withoutMark(line).replaceAll(escapes, ''));

const cases: ReadonlyArray<readonly [string, string, string]> = [
	['a paragraph', 'Cats meow loudly.', 'meow'],
	['strong text', 'Cats **meow** loudly.', 'meow'],
	['a heading', '# Cats meow', 'meow'],
	['an item of a list', '- Cats\n- meow', 'meow'],
	['a table', '| cat | dog |\n| --- | --- |\n| meow | woof |', 'meow'],
	['the beginning of a table', 'Cats\n\n| meow', 'meow'],
	['code', '```\nconst meow = 1;\n```', 'meow'],
	['a code span', 'Cats `meow` loudly.', 'meow'],
	['a quote', '> Cats meow', 'meow'],
	['HTML', '<b>meow</b>', 'meow'],
	['wide characters', '猫が鳴く', '鳴'],
	['text beside an entity', 'Cats &amp; meow', 'meow'],
];

for (const [place, text, part] of cases) {
	test(`in ${place} the characters are highlight and nothing else changes`, () => {
		const start = text.indexOf(part);
		const lines = highlight(text, start, start + part.length);
		assert.match(plain(lines).join('\n'), new RegExp(`«${part}»`));
		assert.deepEqual(
			plain(lines).map(line => line.replaceAll(/[«»]/g, '')),
			plain(rendered(text)),
		);
		assert.ok(withoutMark(lines[highlightedLine(lines)] ?? '').includes('«'));
	});
}

test('what is highlighted over a line’s end is highlighted on both lines', () => {
	const text = 'one two three four five six seven eight nine';
	assert.equal(
		plain(highlight(text, 19, 33)).join('\n'),
		'one two three four «five six»\n«seven» eight nine',
	);
});

test('an entity of a mark is shown by its number', () => {
	assert.deepEqual(plain(rendered('a&#x2063;b')), ['a⟨U+2063⟩b']);
});

test('a highlighted wide character behind spaces is broken off where it would be plain', () => {
	const text = `${'漢'.repeat(14)}  字 `;
	assert.equal(plain(highlight(text, 16, 17)).join('\n'), `${'漢'.repeat(14)}\n«字» `);
});

test('lighting any part of any words changes no character of what is shown', () => {
	const words = fc
		.array(fc.string({unit: 'grapheme', minLength: 1, maxLength: 6}), {maxLength: 12})
		.map(parts => parts.join(' ').replaceAll(/[^\p{L}\p{N} !]/gu, ''));
	fc.assert(
		fc.property(words, fc.nat(60), fc.nat(60), (text, one, other) => {
			const [start = 0, end = 0] = [one, other].map(at => Math.min(at, text.length)).sort((a, b) => a - b);
			const lines = highlight(text, start, end).map(line => line.replaceAll(/[«»]/g, ''));
			assert.deepEqual(plain(lines), plain(rendered(sanitize(text))));
		}),
	);
});

test('an exclamation mark at the end of a sentence is highlighted with it, but not one that Markdown may read', () => {
	const highlightedPart = (text: string, part: string) => {
		const start = text.indexOf(part);
		return /«(.*)»/.exec(plain(highlight(text, start, start + part.length)).join('\n'))?.[1];
	};

	assert.equal(highlightedPart('Cats meow!', 'meow!'), 'meow!');
	assert.equal(highlightedPart('Cats meow! Dogs bark.', 'meow! '), 'meow!');
	assert.equal(highlightedPart('Cats meow![image](a.png)', 'meow!'), 'meow');
	assert.equal(highlightedPart('Cats **meow!**', 'meow!'), 'meow');
});

test('the padding of a table is not highlighted', () => {
	const table = '| cat | sound |\n| --- | --- |\n| Tom |  |\n| Silvester the first | meow |';
	const start = table.indexOf('Tom');
	assert.equal(
		plain(highlight(table, start, table.length - 2)).join('\n'),
		[
			'cat                 │ sound',
			'────────────────────┼──────',
			'«Tom»                 «│»      ',
			'«Silvester the first │ meow» ',
		].join('\n'),
	);
});
