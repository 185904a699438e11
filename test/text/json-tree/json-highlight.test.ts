import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {noFolds} from '../../../source/text/json-tree/json-folds.js';
import {type JsonRows, jsonRows} from '../../../source/text/json-tree/json-rows.js';
import {sanitizeLine} from '../../../source/text/sanitize.js';

const valueWith = (text: string) => ({id: 'msg_1', content: [{type: 'text', text}], stop_reason: null});
const path = '/content/0/text';

const segmentsOf = (rows: JsonRows) =>
	rows.slice(0, rows.count).map(({segments}) => segments.map(({text, role}) => ({text, role})));

const highlightedText = (rows: JsonRows): string =>
	rows
		.slice(0, rows.count)
		.flatMap(({segments}) => segments.filter(({role}) => role === 'highlight').map(({text}) => text))
		.join('');

test('the highlighted characters of a string are those of the span, in JSON’s notation', () => {
	const rows = jsonRows(valueWith('Say "hi"\nand go'), {
		folds: noFolds,
		width: 60,
		highlight: {path, start: 4, end: 9},
	});
	assert.equal(highlightedText(rows), '\\"hi\\"\\n');
	const {first, last} = rows.highlightedRows() ?? {first: -1, last: -1};
	assert.deepEqual(
		rows.slice(first, last + 1).map(({segments}) => segments.map(({text}) => text).join('')),
		['      "text": "Say \\"hi\\"\\nand go"'],
	);
});

test('a string that would be cut is shown whole if it is highlighted, and its first highlighted row is reported', () => {
	const text = 'word '.repeat(400);
	const rows = jsonRows(valueWith(text), {
		folds: noFolds,
		width: 40,
		highlight: {path, start: 1000, end: 1004},
	});
	assert.equal(highlightedText(rows), 'word');
	const {first, last} = rows.highlightedRows() ?? {first: -1, last: -1};
	const [row] = rows.slice(first, last + 1);
	assert.ok(row?.segments.some(({role}) => role === 'highlight'));
	assert.ok(first > 20);
});

test('all rows with highlighted characters are reported', () => {
	const words = fc.record({start: fc.nat(80), length: fc.integer({min: 1, max: 40})});
	fc.assert(
		fc.property(words, fc.integer({min: 20, max: 80}), ({start, length}, width) => {
			const highlight = {path, start: start * 5, end: (start + length) * 5 - 1};
			const rows = jsonRows(valueWith('word '.repeat(120)), {folds: noFolds, width, highlight});
			const isHighlighted = rows
				.slice(0, rows.count)
				.map(({segments}) => segments.some(({role}) => role === 'highlight'));
			assert.deepEqual(rows.highlightedRows(), {
				first: isHighlighted.indexOf(true),
				last: isHighlighted.lastIndexOf(true),
			});
		}),
	);
});

test('nothing is highlighted in a missing string or inside a fold', () => {
	const folds = new Map([['/content', 'folded' as const]]);
	assert.equal(
		jsonRows(valueWith('text'), {folds, width: 40, highlight: {path, start: 0, end: 4}}).highlightedRows(),
		null,
	);
	const highlight = {path: '/content/3/text', start: 0, end: 4};
	assert.equal(jsonRows(valueWith('text'), {folds: noFolds, width: 40, highlight}).highlightedRows(), null);
});

test('stepping through a string gives the same rows as building them anew, and highlights the requested characters', () => {
	const steps = fc.array(fc.tuple(fc.nat(60), fc.nat(20), fc.nat(60)), {minLength: 1, maxLength: 8});
	fc.assert(
		fc.property(fc.string({unit: 'grapheme', maxLength: 60}), steps, (text, asked) => {
			let before: JsonRows | undefined;
			for (const [start, length, shown] of asked) {
				const value = valueWith(text.slice(0, shown));
				const end = Math.min(start + length, shown, text.length);
				const highlight = start < end ? {path, start, end} : null;
				const options = {folds: noFolds, width: 30, highlight};
				before = jsonRows(value, options, before);
				const fresh = jsonRows(value, options);
				assert.deepEqual(segmentsOf(before), segmentsOf(fresh));
				assert.deepEqual(before.highlightedRows(), fresh.highlightedRows());
			}
		}),
	);
});

test('highlighting changes none of the shown characters', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary', maxLength: 40}), fc.nat(40), fc.nat(40), (text, one, other) => {
			const [start = 0, end = 0] = [Math.min(one, text.length), Math.min(other, text.length)].sort(
				(a, b) => a - b,
			);
			const plain = jsonRows(valueWith(text), {folds: noFolds, width: 200});
			const highlight = jsonRows(valueWith(text), {
				folds: noFolds,
				width: 200,
				highlight: {path, start, end},
			});
			const join = (rows: JsonRows) => segmentsOf(rows).map(row => row.map(part => part.text).join(''));
			assert.deepEqual(join(highlight), join(plain));
			assert.ok(sanitizeLine(JSON.stringify(text)).includes(highlightedText(highlight)));
		}),
	);
});

test('a number is highlighted as a whole', () => {
	const rows = jsonRows(
		{input: {days: 14}},
		{folds: noFolds, width: 60, highlight: {path: '/input/days', start: 0, end: 1}},
	);
	assert.equal(highlightedText(rows), '14');
	assert.deepEqual(rows.highlightedRows(), {first: 2, last: 2});
});
