import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {cellOf, countBefore} from '../../source/text/time-axis.js';

test('times map to cells from the first to the last', () => {
	const axis = {total: 100, width: 10};
	assert.deepEqual(
		[0, 9.9, 10, 55, 100].map(time => cellOf(time, axis)),
		[0, 0, 1, 5, 9],
	);
	assert.equal(cellOf(0, {total: 0, width: 10}), 0);
	assert.equal(cellOf(50, {total: 100, width: 0}), 0);
});

test('searching times counts those before a cell', () => {
	const sorted = fc
		.array(fc.double({min: 0, max: 1000, noNaN: true}))
		.map(times => times.sort((a, b) => a - b));
	fc.assert(
		fc.property(sorted, fc.integer({min: 1, max: 200}), fc.nat(200), (times, width, cell) => {
			const axis = {total: times.at(-1) ?? 0, width};
			const expected = times.filter(time => cellOf(time, axis) < cell).length;
			assert.equal(countBefore(times, cell, axis), expected);
		}),
	);
});
