import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {sanitizeLine} from '../../source/text/sanitize.js';
import {textWidth} from '../../source/text/text-width.js';
import {wrapCode} from '../../source/text/wrap-code.js';

const shown = (text: string, width: number, next = width) =>
	wrapCode(text, width, next).map(line => line.text);

test('a line breaks after a blank or a sign in its second half, else at the width, and keeps its spaces', () => {
	assert.deepEqual(shown('  if (a) b()', 5), ['  if ', '(a) ', 'b()']);
	assert.deepEqual(shown('abcdef', 3), ['abc', 'def']);
	assert.deepEqual(shown('', 3), ['']);
	assert.deepEqual(shown('abcdefgh, i', 8), ['abcdefgh', ', i']);
	assert.deepEqual(shown('a.bcdefgh', 8), ['a.bcdefg', 'h']);
});

test('a line breaks after a blank rather than inside an option, a call or a path', () => {
	assert.deepEqual(shown('curl -sS https://a.example/v1 --header "x"', 32), [
		'curl -sS https://a.example/v1 ',
		'--header "x"',
	]);
	assert.deepEqual(shown('const all = options.endpoints?.map(f)', 20), [
		'const all = ',
		'options.endpoints?.',
		'map(f)',
	]);
});

test('a blank at the edge ends its row and does not begin the next one', () => {
	assert.deepEqual(shown('"two": ["list"]', 6, 8), ['"two":', '["list"]']);
	assert.deepEqual(shown('ab    cd', 2, 4), ['ab', '   ', 'cd']);
});

test('later rows can be narrower', () => {
	assert.deepEqual(shown('one two three four', 10, 6), ['one two ', 'three ', 'four']);
});

test('wide characters are not cut', () => {
	assert.deepEqual(shown('a漢字b', 3), ['a漢', '字b']);
	assert.deepEqual(shown('a漢b', 1), ['a', '…', 'b']);
});

test('no row is too wide, and the rows join up to the text', () => {
	const line = fc.string({unit: fc.constantFrom('a', ' ', '.', '漢', '👩‍👧', 'é', '🇩🇪')}).map(sanitizeLine);
	fc.assert(
		fc.property(
			fc.oneof(line, fc.string({unit: 'grapheme'}).map(sanitizeLine)),
			fc.integer({min: 1, max: 9}),
			fc.integer({min: 1, max: 9}),
			(text, width, next) => {
				let reached = 0;
				for (const [index, row] of wrapCode(text, width, next).entries()) {
					assert.ok(textWidth(row.text) <= (index === 0 ? width : next));
					assert.equal(row.start, reached);
					const part = text.slice(row.start, row.end);
					assert.ok(row.text === '…' || row.text === part || `${row.text} ` === part);
					reached = row.end;
				}

				assert.equal(reached, text.length);
			},
		),
	);
});
