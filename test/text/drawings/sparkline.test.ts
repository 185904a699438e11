import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {sparkline} from '../../../source/text/drawings/sparkline.js';
import {textWidth} from '../../../source/text/text-width.js';

describe('sparkline', () => {
	it('draws a cell a value, from nothing to the greatest', () => {
		assert.equal(sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8], 20), ' ▁▂▃▄▅▆▇█');
		assert.equal(sparkline([0, 1, 2, 3], 20, true), ' .:#');
	});

	it('draws nothing of nothing, and blanks where all is zero', () => {
		assert.equal(sparkline([], 20), '');
		assert.equal(sparkline([0, 0], 20), '  ');
		assert.equal(sparkline([5], 20), '█');
		assert.equal(sparkline([5], 0), '');
	});

	it('shows a single spike among a million values', () => {
		const values = new Float64Array(1_000_000).fill(1);
		values[700_000] = 5000;
		assert.equal(sparkline(values, 10), '▁▁▁▁▁▁▁█▁▁');
	});

	it('is never wider than asked for and always reaches the top', () => {
		const values = fc.array(fc.double({min: 0.001, max: 1e6, noNaN: true}), {minLength: 1, maxLength: 500});
		fc.assert(
			fc.property(values, fc.integer({min: 1, max: 80}), fc.boolean(), (list, width, isAscii) => {
				const line = sparkline(list, width, isAscii);
				assert.ok(textWidth(line) <= width);
				assert.ok(line.includes(isAscii ? '#' : '█'));
				assert.ok(!line.includes(' '));
			}),
		);
	});
});
