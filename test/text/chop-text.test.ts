import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {chopText} from '../../source/text/chop-text.js';
import {sanitizeLine} from '../../source/text/sanitize.js';
import {textWidth} from '../../source/text/text-width.js';

const shown = (text: string, width: number) => chopText(text, width).map(line => line.text);

test('a line breaks at the width and keeps its spaces', () => {
	assert.deepEqual(shown('  if (a) b()', 5), ['  if ', '(a) b', '()']);
	assert.deepEqual(shown('abcdef', 3), ['abc', 'def']);
	assert.deepEqual(shown('', 3), ['']);
});

test('wide characters are not cut', () => {
	assert.deepEqual(shown('a漢字b', 3), ['a漢', '字b']);
	assert.deepEqual(shown('a漢b', 1), ['a', '…', 'b']);
});

test('no row is too wide, and the rows join up to the text', () => {
	const line = fc.string({unit: fc.constantFrom('a', ' ', '漢', '👩‍👧', 'é', '🇩🇪')}).map(sanitizeLine);
	fc.assert(
		fc.property(
			fc.oneof(line, fc.string({unit: 'grapheme'}).map(sanitizeLine)),
			fc.integer({min: 1, max: 9}),
			(text, width) => {
				let reached = 0;
				for (const row of chopText(text, width)) {
					assert.ok(textWidth(row.text) <= width);
					assert.equal(row.start, reached);
					assert.ok(row.text === '…' || row.text === text.slice(row.start, row.end));
					reached = row.end;
				}

				assert.equal(reached, text.length);
			},
		),
	);
});
