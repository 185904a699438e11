import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {busyAxis} from '../../source/analysis/busy-axis.js';

const spans = fc.array(
	fc
		.tuple(fc.nat({max: 1_000_000}), fc.nat({max: 5000}))
		.map(([from, length]) => ({from, to: from + length})),
	{minLength: 1, maxLength: 20},
);

test('the axis goes from 0 to 1 and keeps the order of times', () => {
	fc.assert(
		fc.property(spans, fc.array(fc.nat({max: 1_100_000}), {minLength: 2}), (some, times) => {
			const axis = busyAxis(some);
			assert.equal(axis(Math.min(...some.map(({from}) => from))), 0);
			const places = [...times].sort((a, b) => a - b).map(axis);
			for (const [index, place] of places.entries()) {
				assert.ok(place >= 0 && place <= 1 && place >= (places[index - 1] ?? 0));
			}
		}),
	);
});

test('the time in which a person was typing takes little of it', () => {
	const axis = busyAxis([
		{from: 0, to: 1000},
		{from: 601_000, to: 602_000},
	]);
	assert.ok(Math.abs(axis(1000) - 0.425) < 1e-9);
	assert.ok(Math.abs(axis(601_000) - 0.575) < 1e-9);
	assert.equal(axis(602_000), 1);
});

test('a short rest is as long as it was', () => {
	const axis = busyAxis([
		{from: 0, to: 900},
		{from: 1000, to: 2000},
	]);
	assert.equal(axis(1000), 0.5);
});
