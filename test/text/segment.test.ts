import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import fc from 'fast-check';
import {paintRow} from '../../source/text/paint.js';
import {fitRow, type Row, rowWidth, segment, spreadRow} from '../../source/text/segment.js';
import {textWidth} from '../../source/text/text-width.js';
import {createTheme} from '../../source/text/theme.js';

const text = fc.oneof(
	fc.string({unit: 'grapheme-ascii', maxLength: 20}),
	fc.string({unit: fc.constantFrom('日', '👨‍👩‍👧', 'é', '🏳️‍🌈', 'a', ' ', '한'), maxLength: 12}),
);
const row: fc.Arbitrary<Row> = fc.array(
	fc
		.tuple(text, fc.option(fc.constantFrom('dim', 'bad', 'tab', 'title', 'unknown to any theme')))
		.map(([words, role]) => segment(words, role ?? undefined)),
	{maxLength: 6},
);
const width = fc.integer({min: 0, max: 60});
const plain = (of: Row) => of.map(part => part.text).join('');

test('a row is fitted to exactly the width', () => {
	fc.assert(
		fc.property(row, width, (given, cells) => {
			assert.equal(rowWidth(fitRow(given, cells)), cells);
		}),
	);
});

test('a row that fits keeps its text and styles, and is filled with spaces', () => {
	fc.assert(
		fc.property(row, fc.nat(20), (given, more) => {
			const fitted = fitRow(given, rowWidth(given) + more);
			assert.deepEqual(fitted.slice(0, given.length), given);
			assert.equal(plain(fitted), plain(given) + ' '.repeat(more));
		}),
	);
});

test('text that does not fit is cut at its end with an ellipsis', () => {
	fc.assert(
		fc.property(text, fc.integer({min: 1, max: 30}), (words, cells) => {
			fc.pre(textWidth(words) > cells && !words.includes('…'));
			const shown = plain(fitRow([segment(words)], cells)).trimEnd();
			assert.ok(shown.endsWith('…'), shown);
			assert.ok(words.startsWith(shown.slice(0, -1)));
		}),
	);
});

test('two rows share the width, with the second whole at the right if it fits', () => {
	fc.assert(
		fc.property(row, row, width, (left, right, cells) => {
			const spread = spreadRow(left, right, cells);
			assert.equal(rowWidth(spread), cells);
			if (rowWidth(right) <= cells) {
				assert.ok(plain(spread).endsWith(plain(right)));
			}
		}),
	);
});

test('a painted row shows the text of the fitted row, in every theme and colour level', () => {
	fc.assert(
		fc.property(
			row,
			width,
			fc.constantFrom('dark' as const, 'plain' as const),
			fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
			fc.boolean(),
			(given, cells, name, level, isSelected) => {
				const painted = stripVTControlCharacters(
					paintRow(given, cells, createTheme(name, level), isSelected),
				);
				assert.equal(painted, plain(fitRow(given, cells)));
				assert.equal(textWidth(painted), cells);
			},
		),
	);
});

test('there are no escape sequences without colours', () => {
	fc.assert(
		fc.property(row, width, (given, cells) => {
			assert.ok(!paintRow(given, cells, createTheme('plain', 0)).includes('\u001B'));
		}),
	);
});
