import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {sanitize} from '../../source/text/sanitize.js';
import {textWidth} from '../../source/text/text-width.js';
import {type WrappedText, wrapText} from '../../source/text/wrap-text.js';

const shown = (text: string, width: number) => wrapText(text, width).lines.map(line => line.text);

const piece = fc.oneof(
	fc.constantFrom(
		' ',
		'  ',
		'\n',
		'a',
		'word ',
		'longerword',
		'漢',
		'字。',
		'❤',
		'\uFE0F',
		'\u200D',
		'🔥',
		'👩',
		'\u0301',
		'🇩',
		'🇪',
		'1',
		'\u20E3',
		'ᄀ',
		'ᅡ',
	),
	fc.string({unit: 'binary', maxLength: 4}),
	fc.string({unit: 'grapheme', maxLength: 4}),
);
const anyText = fc.array(piece, {maxLength: 60}).map(parts => sanitize(parts.join('')));
const width = fc.integer({min: 1, max: 16});

test('text breaks at spaces, and the space is dropped', () => {
	assert.deepEqual(shown('The quick brown fox', 9), ['The quick', 'brown fox']);
	assert.deepEqual(wrapText('ab cd', 3).lines, [
		{text: 'ab', start: 0, end: 2},
		{text: 'cd', start: 3, end: 5},
	]);
});

test('newlines, empty lines and the line after a final newline are kept', () => {
	assert.deepEqual(shown('', 5), ['']);
	assert.deepEqual(shown('a\n\nb\n', 5), ['a', '', 'b', '']);
});

test('a word longer than a line is broken, on lines of its own', () => {
	assert.deepEqual(shown('an abcdefghij k', 4), ['an', 'abcd', 'efgh', 'ij k']);
});

test('leading spaces are kept, and trailing spaces if they fit', () => {
	assert.deepEqual(shown('  a b\n    c  ', 5), ['  a b', '    c']);
	assert.deepEqual(shown('    abcdef', 6), ['    ab', 'cdef']);
	assert.deepEqual(shown('a   ', 3), ['a  ']);
});

test('wide characters and emoji sequences are not cut, and East Asian text breaks without spaces', () => {
	assert.deepEqual(shown('你好世界。再见', 8), ['你好世', '界。再见']);
	assert.deepEqual(shown('Hi 你好世界', 8), ['Hi 你好', '世界']);
	assert.deepEqual(shown('👩‍👩‍👧👩‍👩‍👧a', 3), ['👩‍👩‍👧', '👩‍👩‍👧a']);
	assert.deepEqual(shown('漢字', 1), ['…', '…']);
});

test('lines fit the width and are consecutive, with only spaces and newlines between them', () => {
	fc.assert(
		fc.property(anyText, width, (text, cells) => {
			let reached = 0;
			for (const line of wrapText(text, cells).lines) {
				assert.ok(textWidth(line.text) <= cells);
				assert.match(text.slice(reached, line.start), /^ *\n?$/);
				const source = text.slice(line.start, line.end);
				assert.ok(
					line.text === '…' || (source.startsWith(line.text) && source.slice(line.text.length).trim() === ''),
				);
				reached = line.end;
			}

			assert.equal(reached, text.length);
		}),
		{numRuns: 1000},
	);
});

test('growing text is wrapped like the whole text, wherever it is cut', () => {
	fc.assert(
		fc.property(anyText, width, fc.array(fc.nat(), {maxLength: 12}), (text, cells, cuts) => {
			const ends = [...cuts.map(cut => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
			let wrapped: WrappedText | undefined;
			for (const end of ends) {
				wrapped = wrapText(text.slice(0, end), cells, wrapped);
			}

			assert.deepEqual(wrapped, wrapText(text, cells));
		}),
		{numRuns: 2000},
	);
});

test('another width or text starts again, and the settled lines of a longer text are the same objects', () => {
	const first = wrapText('one two three four five', 5);
	assert.deepEqual(wrapText('one two three four five', 8, first), wrapText('one two three four five', 8));
	assert.deepEqual(wrapText('two', 5, first), wrapText('two', 5));
	const second = wrapText('one two three four five six', 5, first);
	assert.equal(second.lines[0], first.lines[0]);
	assert.equal(wrapText(second.text, 5, second), second);
});

test('ASCII and other text wraps the same way, including combining marks on letters and spaces', () => {
	const ascii = fc.string({unit: fc.constantFrom('a', 'b', ' ', '  ', '\u0301'), maxLength: 80});
	const layout = (text: string, cells: number) =>
		wrapText(text, cells).lines.map(({text: {length}, start, end}) => ({length, start, end}));
	fc.assert(
		fc.property(ascii, width, (text, cells) => {
			assert.deepEqual(layout(text, cells), layout(text.replaceAll('a', 'é'), cells));
			assert.deepEqual(layout(text, cells), layout(text.replaceAll(/[ab]/g, 'é'), cells));
		}),
		{numRuns: 1000},
	);
});

test('emoji sequences stay whole anywhere in a long line', () => {
	const family = '👩🏽‍💻';
	for (let before = 0; before < 30; before++) {
		const text = `${'é'.repeat(before)}${family.repeat(40)}`;
		const broken = wrapText(text, 40).lines.filter(
			line => line.text.replaceAll(family, '').replaceAll('é', '') !== '',
		);
		assert.deepEqual(broken, [], `after ${before}`);
	}
});

test('no line begins with the comma after an emoji or a wide character', () => {
	const lines = (text: string, width: number) => wrapText(text, width).lines.map(line => line.text);
	assert.deepEqual(lines('flags 👍, and', 8), ['flags', '👍, and']);
	assert.deepEqual(lines('好好, 好.', 4), ['好', '好,', '好.']);
});
