import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {TraceEvent} from '../../../source/trace/trace-event.js';
import {findPlace} from '../../../source/ui/state/find-place.js';

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
];

for (const [words, place] of places) {
	test(`${JSON.stringify(words)} is ${place === null ? 'no place' : `event ${place + 1}`}`, () => {
		assert.equal(findPlace(events, words), place);
	});
}

test('an empty trace has no places', () => {
	assert.equal(findPlace([], '0s'), null);
	assert.equal(findPlace([], '1'), null);
});
