import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {cutCode} from '../../../source/text/markdown/cut-code.js';
import {highlightEnd, highlightStart} from '../../../source/text/markdown/highlight-markers.js';
import {growMarkdown, renderMarkdown} from '../../../source/text/markdown/render-markdown.js';
import {textWidth} from '../../../source/text/text-width.js';
import {codeRule, plainView, taggedView} from './plain-style.js';

const long = '0123456789'.repeat(5);
const source = ['```ts', 'short', `  ${long}`, '```'].join('\n');

const shownFrom = (codeColumn: number, width = 42) =>
	renderMarkdown(source, {...plainView(width), codeColumn}).map(line => line.text);

test('a long line of code has one row, and the rule says how many columns are to the right', () => {
	assert.deepEqual(shownFrom(0), [
		codeRule('→ 13 more columns · ts · 1', 42),
		'  short',
		`    ${long.slice(0, 37)}→`,
	]);
});

test('scrolled code has a sign at each side that goes on', () => {
	assert.deepEqual(shownFrom(8).slice(1), ['← ', `← ${long.slice(6, 45)}→`]);
});

test('code is scrolled to the end of its longest line at most, and says nothing of columns there', () => {
	for (const column of [12, 16, 1000]) {
		const [rule = '', , row] = shownFrom(column);
		assert.match(rule, /^─+ ts · 1$/);
		assert.equal(row, `← ${long.slice(10)}`);
	}
});

test('code that fits is not scrolled', () => {
	assert.deepEqual(shownFrom(16, 80).slice(1), ['  short', `    ${long}`]);
});

test('styles and highlight markers survive the cut', () => {
	const view = {...taggedView(12), codeColumn: 2};
	assert.equal(
		renderMarkdown('```\nabcdefghijklmnop\n```', view).at(-1)?.text,
		'<label>←</label> <block>cdefghijk</block><label>→</label>',
	);
	const mark = {text: `ab${highlightStart}cdefgh${highlightEnd}ij`, paint: (text: string) => text};
	assert.equal(cutCode([mark], 4, 2).text, `${highlightStart}ef${highlightEnd}`);
});

test('code that is still growing is cut in the same way', () => {
	const view = {...plainView(42), codeColumn: 0};
	const {lines} = growMarkdown(source.slice(0, -4), view);
	assert.deepEqual(
		lines.slice(1).map(line => line.text),
		shownFrom(0).slice(1),
	);
});

test('a row is never wider than the pane, whatever is in it', () => {
	const line = fc.array(
		fc.constantFrom('a', ' ', '漢', '👍🏽', 'é', '\u0301', '→', highlightStart, highlightEnd),
		{maxLength: 40},
	);
	fc.assert(
		fc.property(line, fc.nat({max: 60}), fc.integer({min: 1, max: 30}), (pieces, column, width) => {
			const part = cutCode([{text: pieces.join(''), paint: text => text}], column, width);
			const plain = part.text.replaceAll(highlightStart, '').replaceAll(highlightEnd, '');
			assert.ok(textWidth(plain) <= width, JSON.stringify(plain));
			assert.equal(
				part.text.split(highlightStart).length,
				pieces.filter(piece => piece === highlightStart).length + 1,
			);
		}),
	);
});
