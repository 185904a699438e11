import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {quantile} from '../../../source/analysis/quantiles.js';
import {GapList} from '../../../source/analysis/statistics/gap-list.js';

const rounded = (value: number) => Math.round(value * 1000) / 1000;

function check(values: readonly number[], count: number) {
	const list = new GapList();
	for (const value of values) {
		list.push(value);
	}

	const sorted = values.slice(0, count).toSorted((a, b) => a - b);
	assert.deepEqual(
		list.spread(count),
		count === 0
			? null
			: {
					count,
					min: rounded(sorted[0] ?? 0),
					median: rounded(quantile(sorted, 0.5)),
					p95: rounded(quantile(sorted, 0.95)),
					max: rounded(sorted.at(-1) ?? 0),
				},
	);
}

test('the spread of a prefix is that of its sorted values', () => {
	const durations = fc.oneof(fc.nat(5), fc.nat(60_000)).map(micros => micros / 1000);
	fc.assert(
		fc.property(fc.array(durations, {maxLength: 300}), fc.nat(), (values, cut) => {
			check(values, cut % (values.length + 1));
		}),
	);
});

test('it is the same for many values, with many equal ones among them', () => {
	fc.assert(
		fc.property(fc.integer({min: 1, max: 60_000}), fc.integer({min: 8000, max: 13_000}), (most, length) => {
			const values = Array.from({length}, (_, index) => (((index * 48_271) % 65_537) % most) / 1000);
			for (const count of [length, length - 1, 8000, 4097, 4096]) {
				check(values, count);
			}
		}),
		{numRuns: 10},
	);
});

test('values that are neighbours in floating point are told apart', () => {
	const values = Array.from({length: 8200}, (_, index) => (index % 3 === 0 ? 1 : 1 + Number.EPSILON));
	check(values, values.length);
});
