import assert from 'node:assert/strict';
import {test} from 'node:test';
import {formatAge} from '../../source/text/format-age.js';

const minute = 60_000;
const day = 24 * 60 * minute;

const ages: ReadonlyArray<readonly [number, string]> = [
	[-5000, 'now'],
	[0, 'now'],
	[minute - 1, 'now'],
	[minute, '1 min'],
	[59.9 * minute, '59 min'],
	[60 * minute, '1 h'],
	[day - 1, '23 h'],
	[day, '1 day'],
	[13.9 * day, '13 days'],
	[14 * day, '2 weeks'],
	[364 * day, '52 weeks'],
	[365 * day, '1 year'],
	[900 * day, '2 years'],
	[Number.NaN, 'now'],
];

for (const [ms, words] of ages) {
	test(`${ms} ms ago is ${words}`, () => {
		assert.equal(formatAge(ms), words);
	});
}
