import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {quantile, summarise} from '../../source/analysis/quantiles.js';

describe('quantile', () => {
	it('is the value itself if there is only one', () => {
		assert.deepEqual(
			[0, 0.5, 1].map(q => quantile([7], q)),
			[7, 7, 7],
		);
	});

	it('interpolates between neighbours', () => {
		assert.equal(quantile([10, 20, 30, 40], 0.5), 25);
		assert.equal(quantile([0, 100], 0.9), 90);
	});

	it('clamps a share outside 0 to 1', () => {
		assert.equal(quantile([1, 2, 3], -1), 1);
		assert.equal(quantile([1, 2, 3], 2), 3);
	});

	it('is NaN without values', () => {
		assert.ok(Number.isNaN(quantile([], 0.5)));
	});

	it('lies within the values and never falls as the share grows', () => {
		const values = fc.array(fc.double({min: -1e6, max: 1e6, noNaN: true}), {minLength: 1});
		fc.assert(
			fc.property(
				values,
				fc.float({min: 0, max: 1, noNaN: true}),
				fc.float({min: 0, max: 1, noNaN: true}),
				(list, a, b) => {
					const sorted = list.toSorted((x, y) => x - y);
					const low = quantile(sorted, Math.min(a, b));
					const high = quantile(sorted, Math.max(a, b));
					const slack = 1e-6;
					assert.ok(low <= high + slack);
					assert.ok(low >= Math.min(...list) - slack && high <= Math.max(...list) + slack);
				},
			),
		);
	});
});

describe('summarise', () => {
	it('sorts numbers as numbers', () => {
		assert.deepEqual(summarise([100, 9, 20]), {count: 3, p50: 20, p90: 84, p99: 98.4, max: 100, sum: 129});
	});

	it('is null without values', () => {
		assert.equal(summarise([]), null);
	});

	it('does not change the given list', () => {
		const values = Object.freeze([3, 1, 2]);
		assert.equal(summarise(values)?.p50, 2);
		assert.deepEqual(values, [3, 1, 2]);
	});
});
