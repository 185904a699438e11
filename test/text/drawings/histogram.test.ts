import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {histogramBins} from '../../../source/analysis/histogram-bins.js';
import {summarise} from '../../../source/analysis/quantiles.js';
import {histogram} from '../../../source/text/drawings/histogram.js';
import {assertFits, plain} from './drawn.js';

function draw(
	values: ArrayLike<number> & Iterable<number>,
	{height, ...size}: {readonly width: number; readonly height: number; readonly isAscii?: boolean},
) {
	const summary = summarise(values);
	return histogram({bins: summary === null ? [] : histogramBins(values, summary, height), ...size});
}

describe('histogram', () => {
	it('sorts similar values into equal steps', () => {
		assert.deepEqual(plain(draw([41, 42, 48, 55, 55, 61], {width: 30, height: 8})), [
			'40–50 ms  3  █████████████████',
			'50–60 ms  2  ███████████▍',
			'60–70 ms  1  █████▋',
		]);
	});

	it('sorts widely spread values into growing steps, with a visible bar for the rarest', () => {
		const values = [...Array.from({length: 999}, () => 50), 9000];
		assert.deepEqual(plain(draw(values, {width: 34, height: 6})), [
			'    20–100 ms  999  ██████████████',
			'   100–500 ms    0',
			'500 ms–2.00 s    0',
			'  2.00–10.0 s    1  ▏',
		]);
	});

	it('has an ASCII form', () => {
		assert.deepEqual(plain(draw([41, 55, 55], {width: 20, height: 8, isAscii: true})), [
			'40-50 ms  1  ===-',
			'50-60 ms  2  =======',
		]);
	});

	it('says so when there are no values', () => {
		assert.deepEqual(plain(draw([], {width: 30, height: 5})), ['nothing yet']);
	});

	it('draws a single value and zero values', () => {
		assert.deepEqual(plain(draw([7], {width: 20, height: 1})), ['0–10 ms  1  ████████']);
		assert.deepEqual(plain(draw([0, 0], {width: 20, height: 3})), ['0–0.1 ms  2  ███████']);
	});

	it('omits the bars if there is no room', () => {
		assert.deepEqual(plain(draw([7], {width: 9, height: 1})), ['0–10 ms …']);
	});

	const durations = fc.array(fc.double({min: 0, max: 1e6, noNaN: true}), {minLength: 1, maxLength: 300});

	it('counts each value in exactly one bin', () => {
		fc.assert(
			fc.property(durations, fc.integer({min: 1, max: 20}), (values, limit) => {
				const summary = summarise(values);
				assert.ok(summary);
				const bins = histogramBins(values, summary, limit);
				assert.ok(bins.length <= limit);
				assert.equal(
					bins.reduce((sum, {count}) => sum + count, 0),
					values.length,
				);
				bins.forEach(({from, to, count}, index) => {
					const isLast = index === bins.length - 1;
					const held = values.filter(value => value >= from && (value < to || (isLast && value <= to)));
					assert.equal(count, held.length);
				});
			}),
		);
	});

	it('fits into any size', () => {
		const size = fc.record({
			width: fc.integer({min: 1, max: 120}),
			height: fc.integer({min: 1, max: 20}),
			isAscii: fc.boolean(),
		});
		fc.assert(
			fc.property(durations, size, (values, box) => {
				assertFits(draw(values, box), box);
			}),
		);
	});

	it('sorts a million values', () => {
		const values = Float64Array.from({length: 1_000_000}, (_, index) => index % 100);
		const [first] = plain(draw(values, {width: 40, height: 4}));
		assert.equal(first, '  0–50 ms  500,000  ████████████████████');
	});
});
