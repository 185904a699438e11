import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
	formatBytes,
	formatCount,
	formatDollars,
	formatMilliseconds,
	formatRate,
	formatTokens,
} from '../../source/text/format-numbers.js';

/** Checks a formatter against a table of numbers and their text. */
function check(format: (value: number) => string, table: ReadonlyArray<readonly [number, string]>): void {
	assert.deepEqual(
		table.map(([value]) => [value, format(value)]),
		table,
	);
}

describe('formatMilliseconds', () => {
	it('keeps a decimal below 100 ms and whole milliseconds below a second', () => {
		check(formatMilliseconds, [
			[0, '0 ms'],
			[0.04, '<0.1 ms'],
			[0.6, '0.6 ms'],
			[89.7, '89.7 ms'],
			[42, '42 ms'],
			[402.4, '402 ms'],
		]);
	});

	it('keeps decimals of a second below a minute', () => {
		check(formatMilliseconds, [
			[1000, '1.00 s'],
			[1240, '1.24 s'],
			[12_402, '12.4 s'],
			[59_900, '59.9 s'],
		]);
	});

	it('splits longer times into two units', () => {
		check(formatMilliseconds, [
			[72_000, '1 m 12 s'],
			[60_000, '1 m 0 s'],
			[7_500_000, '2 h 5 m'],
		]);
	});

	it('chooses the unit after rounding', () => {
		check(formatMilliseconds, [
			[99.96, '100 ms'],
			[999.4, '999 ms'],
			[999.6, '1.00 s'],
			[9_996, '10.0 s'],
			[59_960, '1 m 0 s'],
			[119_700, '2 m 0 s'],
			[3_599_700, '1 h 0 m'],
		]);
	});

	it('shows a dash for no number, and a sign before a negative number', () => {
		check(formatMilliseconds, [
			[Number.NaN, '–'],
			[Number.POSITIVE_INFINITY, '–'],
			[-402, '-402 ms'],
			[-0, '0 ms'],
		]);
	});

	it('shows a time under a minute to within one percent', () => {
		fc.assert(
			fc.property(fc.double({min: 1, max: 59_000, noNaN: true}), ms => {
				const [digits, unit] = formatMilliseconds(ms).split(' ');
				const read = Number(digits) * (unit === 's' ? 1000 : 1);
				assert.ok(Math.abs(read - ms) <= Math.max(0.051, ms * 0.01));
			}),
		);
	});
});

describe('formatTokens', () => {
	it('is exact below a million', () => {
		check(formatTokens, [
			[0, '0'],
			[10, '10'],
			[8192, '8,192'],
			[404_500, '404,500'],
			[999_999, '999,999'],
			[1_000_000, '1.00M'],
			[1_250_000, '1.25M'],
			[Number.NaN, '–'],
		]);
	});
});

describe('formatRate', () => {
	it('keeps a decimal below a hundred', () => {
		check(formatRate, [
			[0, '0.0 tok/s'],
			[0.84, '0.8 tok/s'],
			[31.24, '31.2 tok/s'],
			[99.96, '100 tok/s'],
			[1312.2, '1,312 tok/s'],
			[Number.POSITIVE_INFINITY, '–'],
		]);
	});
});

describe('formatBytes', () => {
	it('goes up in thousands', () => {
		check(formatBytes, [
			[0, '0 B'],
			[512, '512 B'],
			[1000, '1.0 kB'],
			[43_110, '43.1 kB'],
			[431_000, '431 kB'],
			[999_960, '1.0 MB'],
			[1_200_000, '1.2 MB'],
			[5e15, '5,000 TB'],
			[Number.NaN, '–'],
		]);
	});
});

it('dollars keep two digits at least, and a fraction of usage stays as it came', () => {
	assert.deepEqual([0, 0.0000012, 0.000135, 0.0312, 0.9, 0.996, 12.4, 1234.5].map(formatDollars), [
		'$0.00',
		'$0.0000012',
		'$0.00014',
		'$0.0312',
		'$0.9',
		'$1.00',
		'$12.40',
		'$1,234.50',
	]);
	assert.deepEqual([3120, 0.000112, 1.5].map(formatCount), ['3,120', '0.000112', '1.5']);
});
