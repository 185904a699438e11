import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	type GrowingMarkdown,
	growMarkdown,
	renderMarkdown,
} from '../../../source/text/markdown/render-markdown.js';
import {plainView, taggedCodeRule, taggedView} from './plain-style.js';

const view = taggedView(30);

/** Every state while `text` arrives in the pieces that end at `ends`. */
function grow(text: string, ends: readonly number[]): readonly GrowingMarkdown[] {
	const states: GrowingMarkdown[] = [];
	for (const end of ends) {
		states.push(growMarkdown(text.slice(0, end), view, states.at(-1)));
	}

	return states;
}

const everyCharacter = (text: string) => Array.from(text, (_, index) => index + 1);

const essay = `# Title

A paragraph with **strong** words,
\`code\` and a [link](http://a.b).

- one
- two
  1. sub
  2. sub

- three

1. first

   more of it
2. second

| a | b |
|---|--:|
| c | 1 |
| d | 2 |

> a quote
> goes on

\`\`\`ts
const a = 1;

  if (b) {}
\`\`\`

<div>
html
</div>

The end.
`;

const block = fc.constantFrom(
	...[
		'# Heading',
		'## **Bold** heading',
		'A paragraph of several words and `code`.',
		'Two\nlines',
		'- one\n- two\n  - sub\n- three',
	],
	...[
		'1. one\n2. two\n3. three',
		'- a\n\n- b\n\n  c',
		'> quote\n> on\n>\n> > deep',
		'| a | b |\n|---|---|\n| c | d |\n| e | f |',
	],
	...[
		'```js\nlet a;\n\nlet b;\n```',
		'~~~\nplain\n~~~',
		'- [x] done\n- [ ] open',
		'---',
		'[a](http://b.c) and <http://d.e>',
		'10. ten\n11. eleven',
	],
);
const wellFormed = fc.array(block, {minLength: 1, maxLength: 8}).map(blocks => `${blocks.join('\n\n')}\n`);
const cutsOf = (text: string, cuts: readonly number[]) =>
	[...cuts.map(cut => cut % (text.length + 1)), text.length].sort((a, b) => a - b);

test('an answer that arrives character by character looks the same as one that arrives whole', () => {
	assert.deepEqual(grow(essay, everyCharacter(essay)).at(-1)?.lines, renderMarkdown(essay, view));
});

test('any document looks the same however it is cut', () => {
	fc.assert(
		fc.property(wellFormed, fc.array(fc.nat(), {maxLength: 20}), (text, cuts) => {
			assert.deepEqual(grow(text, cutsOf(text, cuts)).at(-1)?.lines, renderMarkdown(text, view));
		}),
		{numRuns: 500},
	);
});

test('frozen lines never change, and everything but the last two blocks is frozen', () => {
	let frozen = 0;
	for (const state of grow(essay, everyCharacter(essay))) {
		assert.ok(state.frozen.length >= frozen);
		assert.deepEqual(state.lines.slice(0, state.frozen.length), state.frozen);
		frozen = state.frozen.length;
	}

	const last = grow(essay, everyCharacter(essay)).at(-1);
	assert.deepEqual(
		last?.lines.slice(last.frozen.length).map(line => line.text),
		['', '<html><div></html>', '<html>html</html>', '<html></div></html>', '', 'The end.'],
	);
});

test('frozen lines never change in any text', () => {
	const signs = [
		'# ',
		'**',
		'```',
		'```\n',
		'\n',
		'\n\n',
		'- ',
		'  ',
		'1. ',
		'2',
		'. ',
		'> ',
		'| a |\n',
		'|-|\n',
		'---',
		'===',
		'<div>',
		'[a]',
		'[a]: b\n',
		'word',
	];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...signs), {maxLength: 40}), parts => {
			const text = parts.join('');
			let before: GrowingMarkdown | undefined;
			for (const state of grow(text, everyCharacter(text))) {
				assert.deepEqual(state.lines.slice(0, before?.frozen.length ?? 0), before?.frozen ?? []);
				before = state;
			}
		}),
		{numRuns: 300},
	);
});

test('words appended to a paragraph look the same as when the lexer reads them', () => {
	const words = [
		'word',
		'a',
		' b',
		'1',
		'. ',
		'.',
		', ',
		' ',
		'  ',
		'é',
		'漢',
		'①',
		' x.',
		'\n',
		'\n\n',
		'\nc',
	];
	const signs = [
		...['*', '**', '_', '__', '`', '``', '~~', '[', '](', ')', '[a]', '[a]:', '<', '>', '<b', '&amp', ';'],
		...[
			'www',
			'www.',
			'.c',
			'@',
			'x@y',
			'http',
			'://',
			'\\',
			'- ',
			'#',
			'===',
			'| a |\n',
			'|-|\n',
			"'",
			'"',
			'!',
		],
	];
	const piece = fc.oneof(
		{arbitrary: fc.constantFrom(...words), weight: 2},
		{arbitrary: fc.constantFrom(...signs), weight: 1},
	);
	let grown = 0;
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 30}), parts => {
			let text = '';
			let state = growMarkdown(text, view);
			for (const part of parts) {
				text += part;
				const next = growMarkdown(text, view, state);
				const lexed = growMarkdown(text, view, {...state, paragraph: null});
				assert.deepEqual({...next, paragraph: null}, {...lexed, paragraph: null});
				grown += next.point === state.point && next.paragraph ? 1 : 0;
				state = next;
			}
		}),
		{numRuns: 1500},
	);
	assert.ok(grown > 200, `only ${grown} paragraphs grew`);
});

test('the same text gives the same object, so that an event without text costs nothing', () => {
	for (const text of ['', 'a *b', '- a', '```\na']) {
		const state = growMarkdown(text, view, growMarkdown('', view));
		assert.equal(growMarkdown(text, view, state), state);
	}
});

test('frozen and settled lines remain the same objects', () => {
	const [first, second] = grow('a\n\nb\n\nc\n\n```\nd\n', [9, 16]);
	assert.equal(first?.frozen.length, 1);
	assert.equal(second?.lines[0], first?.lines[0]);
	const [third, fourth] = grow('```\nd\ne\nf', [8, 9]);
	assert.equal(fourth?.lines[1], third?.lines[1]);
});

test('a list settles item by item', () => {
	const text = '- a\n- b\n- c\n- d\n- e\n';
	const last = grow(text, everyCharacter(text)).at(-1);
	assert.deepEqual(
		last?.frozen.map(line => line.text),
		['a', 'b', 'c'].map(name => `<marker>• </marker>${name}`),
	);
	const ordered = grow('1. a\n1. b\n1. c\n1. d\n', [9, 14, 19, 20]).at(-1);
	assert.deepEqual(
		ordered?.lines.map(line => line.text),
		['1. </marker>a', '2. </marker>b', '3. </marker>c', '4. </marker>d'].map(text => `<marker>${text}`),
	);
});

test('an open fence shows its lines as they arrive, hides a partial closing line, and does not go blank when it closes', () => {
	const text = 'x\n\n```js\nlet a;\n``\nb\n```\n';
	const shown = (end: number) =>
		grow(text, everyCharacter(text.slice(0, end)))
			.at(-1)
			?.lines.slice(2)
			.map(line => line.text);
	assert.deepEqual(shown(text.indexOf('js') + 1), [taggedCodeRule('j · 1', 30), '']);
	assert.deepEqual(shown(text.indexOf('t a')), [taggedCodeRule('js · 1', 30), '  <block>le</block>']);
	assert.deepEqual(shown(text.indexOf('\nb')), [taggedCodeRule('js · 1', 30), '  <block>let a;</block>']);
	const whole = [
		taggedCodeRule('js · 1', 30),
		'  <block>let a;</block>',
		'  <block>``</block>',
		'  <block>b</block>',
	];
	assert.deepEqual(shown(text.indexOf('\nb') + 2), whole);
	for (let end = text.indexOf('\nb') + 2; end <= text.length; end++) {
		assert.deepEqual(shown(end), whole);
	}
});

test('a link definition applies to later text, and in the complete rendering also to earlier text', () => {
	const text = '[a] b\n\n[a]: http://c\n\nd\n\ne\n\n[a] f\n';
	const states = grow(text, everyCharacter(text));
	assert.deepEqual(states.at(-1)?.lines.at(-1)?.text, '<link>a</link><url> (http://c)</url> f');
	assert.deepEqual(renderMarkdown(text, view).at(0)?.text, '<link>a</link><url> (http://c)</url> b');
});

test('another view or text starts again', () => {
	const before = growMarkdown(essay, view);
	const narrow = plainView(12);
	assert.deepEqual(growMarkdown(essay, narrow, before).lines, renderMarkdown(essay, narrow));
	assert.deepEqual(growMarkdown('other', view, before).lines, renderMarkdown('other', view));
});
