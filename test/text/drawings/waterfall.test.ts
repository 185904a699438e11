import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {axisCell, countCells, tickRow, waterfallRows} from '../../../source/text/drawings/waterfall.js';

const axis = fc
	.tuple(
		fc.double({min: 0, max: 1e6, noNaN: true}),
		fc.double({min: 1, max: 1e6, noNaN: true}),
		fc.integer({min: 1, max: 200}),
	)
	.map(([from, span, cells]) => ({from, to: from + span, cells}));

test('cells count the same times as a slow look at each of them', () => {
	fc.assert(
		fc.property(axis, fc.array(fc.double({min: 0, max: 2e6, noNaN: true})), (place, unsorted) => {
			const times = unsorted.toSorted((a, b) => a - b);
			const cellOf = (time: number) => (time === place.to ? place.cells - 1 : axisCell(time, place));
			const slow = Array.from(
				{length: place.cells},
				(_, cell) => times.filter(time => cellOf(time) === cell).length,
			);
			assert.deepEqual(
				countCells(times, place).map(({count}) => count),
				slow,
			);
		}),
	);
});

test('ticks are round, stand in the cell of their time, and never overlap', () => {
	const text = (from: number, to: number, cells: number) =>
		tickRow({from, to, cells})
			.map(({sign}) => sign)
			.join('')
			.trimEnd();
	assert.equal(text(0, 1000, 50), '│0 ms     │200 ms   │400 ms   │600 ms   │800 ms');
	assert.equal(text(1500, 2500, 60), '      │1.6 s      │1.8 s      │2.0 s      │2.2 s      │2.4 s');
	fc.assert(
		fc.property(axis, place => {
			const row = tickRow(place)
				.map(({sign}) => sign)
				.join('');
			assert.equal(row.length, place.cells);
			assert.doesNotMatch(row, /[^ │]│/);
		}),
	);
});

test('long labels of a deep zoom have room', () => {
	const row = tickRow({from: 1e6, to: 1e6 + 1, cells: 25})
		.map(({sign}) => sign)
		.join('');
	assert.match(row, /\S/);
	assert.doesNotMatch(row, /[^ │]│/);
});

test('the cursor is lit in every row, and what is behind the playhead is dim', () => {
	const cells = [...'ab c'].map(sign => ({sign, role: 'bar'}));
	const [row] = waterfallRows([{label: 'x', cells}], 4, {past: 1, cursor: 2});
	assert.deepEqual(
		row?.map(({text, role}) => [text, role]),
		[
			['x   ', 'dim'],
			['ab', 'bar'],
			['┊', 'highlight'],
			['c', 'dim'],
		],
	);
});
