import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findPlace, readTime} from '../../source/analysis/find-place.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';

const events = [1000, 1400, 1400, 4000].map(
	(at): TraceEvent => ({type: 'body', at, exchange: 1, attempt: 1, data: ''}),
);

const places: ReadonlyArray<readonly [string, number | null]> = [
	['1', 0],
	[' 4 ', 3],
	['5', null],
	['0', null],
	['-1', null],
	['2.5', null],
	['', null],
	['word', null],
	['0s', 0],
	['399ms', 0],
	['400 ms', 2],
	['2.9s', 2],
	['3s', 3],
	['1000s', 3],
	['#3', 2],
	['# 3', null],
	['0.4S', 2],
	['2 s 999 ms', 2],
	['1m', 3],
	['ms', null],
	['3 m s', null],
];

for (const [words, place] of places) {
	test(`${JSON.stringify(words)} is ${place === null ? 'no place' : `event ${place + 1}`}`, () => {
		assert.equal(findPlace(events, words, true), place);
	});
}

test('a time is read as people write it and as it is shown', () => {
	for (const [words, time] of [
		['1m', 60_000],
		['1m 7s', 67_000],
		['1 m 7 s', 67_000],
		['1:05', 65_000],
		['01:02:03.5', 3_723_500],
		['5S', 5000],
		['2.5 s', 2500],
		['800ms', 800],
		['2 h 5 m', 7_500_000],
		['12', null],
		['1:5', null],
		['5 parrots', null],
	] as const) {
		assert.equal(readTime(words), time, words);
	}
});

test('an empty trace has no positions', () => {
	assert.equal(findPlace([], '0s', true), null);
	assert.equal(findPlace([], '1', true), null);
});

test('made-up times find no event', () => {
	assert.equal(findPlace(events, '399ms', false), null);
	assert.equal(findPlace(events, '2', false), 1);
});
