import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {clockBars} from '../../../source/text/drawings/clock-bars.js';
import {assertFits, inRole, plain} from './drawn.js';

const clocks = [
	{name: 'headers', ms: 250},
	{name: 'TTFT', ms: 500, role: 'accent'},
	{name: 'last content', ms: 1000},
	{name: 'total', ms: null},
];

describe('clockBars', () => {
	it('draws each clock from the request, on one time axis', () => {
		assert.deepEqual(plain(clockBars({clocks, width: 40})), [
			'headers       250 ms  ████▌',
			'TTFT          500 ms  █████████',
			'last content  1.00 s  ██████████████████',
			'total              –',
		]);
	});

	it('has an ASCII form', () => {
		assert.deepEqual(plain(clockBars({clocks, width: 40, isAscii: true})), [
			'headers       250 ms  ====-',
			'TTFT          500 ms  =========',
			'last content  1.00 s  ==================',
			'total              -',
		]);
	});

	it('draws a bar in the role of its clock', () => {
		assert.equal(inRole(clockBars({clocks, width: 40}), 'accent'), '█████████');
	});

	it('shows only names and values if there is no room for bars', () => {
		assert.deepEqual(plain(clockBars({clocks, width: 20})), [
			'headers       250 ms',
			'TTFT          500 ms',
			'last content  1.00 s',
			'total              –',
		]);
	});

	it('draws nothing without clocks', () => {
		assert.deepEqual(clockBars({clocks: [], width: 40}), []);
	});

	it('fits into any width, and draws no bar for a clock not yet reached', () => {
		const list = fc.array(
			fc.record({
				name: fc.string({unit: 'grapheme', maxLength: 20}),
				ms: fc.option(fc.double({min: 0, max: 1e7, noNaN: true})),
			}),
			{minLength: 1, maxLength: 8},
		);
		fc.assert(
			fc.property(list, fc.integer({min: 1, max: 120}), fc.boolean(), (some, width, isAscii) => {
				const rows = clockBars({clocks: some, width, isAscii});
				assertFits(rows, {width, height: some.length, isAscii});
				rows.forEach((row, index) => {
					const hasBar = row.some(({role}) => role === 'bar');
					assert.ok(!hasBar || (some[index]?.ms ?? 0) > 0);
				});
			}),
		);
	});
});
