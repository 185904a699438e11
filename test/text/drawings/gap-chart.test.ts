import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {gapsBetween} from '../../../source/analysis/gaps.js';
import {summarise} from '../../../source/analysis/quantiles.js';
import {gapChart} from '../../../source/text/drawings/gap-chart.js';
import {assertFits, inRole, plain} from './drawn.js';

function chart(
	times: ArrayLike<number>,
	size: {
		readonly width: number;
		readonly height: number;
		readonly labelWidth?: number;
		readonly isAscii?: boolean;
	},
) {
	const summary = summarise(gapsBetween(times));
	return gapChart({times, summary, from: times[0] ?? 0, to: times[times.length - 1] ?? 0, ...size});
}

describe('gapChart', () => {
	it('draws a column for each delta, as high as the gap before it', () => {
		const times = [0, 100, 200, 600, 650, 1000];
		assert.deepEqual(plain(chart(times, {width: 40, height: 5})), [
			'400 ms ┤                   █           ▄',
			'       │                   █           █',
			'       │                   █           █',
			'100 ms ┤   █  █            █▄          █',
			'p50 100 ms · p90 380 ms · max 400 ms · …',
		]);
	});

	it('has an ASCII form', () => {
		const times = [0, 100, 200, 600, 650, 1000];
		assert.deepEqual(plain(chart(times, {width: 48, height: 3, isAscii: true})), [
			'400 ms +                        #              #',
			'100 ms +    :   :               # .            #',
			'p50 100 ms - p90 380 ms - max 400 ms - 5 gaps',
		]);
	});

	it('marks the longest gap even if many deltas share its column', () => {
		const times = Float64Array.from({length: 1_000_000}, (_, index) =>
			index < 700_000 ? index : index + 90_000,
		);
		const rows = chart(times, {width: 60, height: 4});
		assert.equal(inRole(rows, 'peak'), '███');
		assert.ok(plain(rows)[0]?.startsWith('1 m 30 s ┤'));
	});

	it('says so when there are no gaps yet', () => {
		assert.deepEqual(plain(chart([], {width: 40, height: 5})), ['no gaps yet']);
		assert.deepEqual(plain(chart([7], {width: 6, height: 5})), ['no ga…']);
	});

	it('draws a single gap and zero gaps', () => {
		assert.deepEqual(plain(chart([0, 5], {width: 12, height: 2})), ['           █', 'p50 5 ms · …']);
		assert.deepEqual(plain(chart([5, 5], {width: 12, height: 2})), ['', 'p50 0 ms · …']);
	});

	it('makes its scale as wide as requested, so that it lines up with other drawings', () => {
		const summary = summarise([5]);
		const [row] = plain(
			gapChart({times: [0, 5], summary, from: 0, to: 5, width: 40, height: 2, labelWidth: 20}),
		);
		assert.equal(row?.indexOf('┤'), 19);
	});

	it('fits into any size, and the longest gap reaches the top', () => {
		const gaps = fc.array(fc.double({min: 0, max: 1e5, noNaN: true}), {maxLength: 300});
		const size = fc.record({
			width: fc.integer({min: 1, max: 120}),
			height: fc.integer({min: 1, max: 20}),
			labelWidth: fc.integer({min: 0, max: 40}),
			isAscii: fc.boolean(),
		});
		fc.assert(
			fc.property(gaps, size, (list, {width, height, labelWidth, isAscii}) => {
				let time = 0;
				const times = [0, ...list.map(gap => (time += gap))];
				const rows = chart(times, {width, height, labelWidth, isAscii});
				assertFits(rows, {width, height, isAscii});
				const hasGap = gapsBetween(times).some(gap => gap > 0);
				assert.equal(inRole(rows.slice(0, 1), 'peak').includes(isAscii ? '#' : '█'), hasGap);
			}),
		);
	});
});
