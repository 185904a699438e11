import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {gapsBetween} from '../../source/analysis/gaps.js';

describe('gapsBetween', () => {
	it('has one gap fewer than there are times', () => {
		assert.deepEqual([...gapsBetween([100, 140, 140, 600])], [40, 0, 460]);
	});

	it('has none for a single time or no times', () => {
		assert.equal(gapsBetween([100]).length, 0);
		assert.equal(gapsBetween([]).length, 0);
	});
});
