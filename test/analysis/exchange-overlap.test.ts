import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ExchangeOverlap, eventBefore} from '../../source/analysis/exchange-overlap.js';
import {gapBefore} from '../../source/analysis/pauses.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';

const event = (exchange: number, at: number, name = 'x'): TraceEvent => ({
	type: 'sse',
	at,
	exchange,
	attempt: 1,
	chunk: 1,
	event: name,
	data: '',
});

const overlapOf = (exchanges: readonly number[]) => {
	const overlap = new ExchangeOverlap();
	const events: TraceEvent[] = [];
	for (const [index, exchange] of exchanges.entries()) {
		events.push(event(exchange, index));
		overlap.extend(events);
	}

	return overlap;
};

test('exchanges one after the other do not overlap', () => {
	assert.equal(overlapOf([1, 1, 2, 2, 3]).within(5), false);
});

test('exchanges overlap from the event on with which one continues after another has begun', () => {
	const overlap = overlapOf([1, 2, 2, 1, 2]);
	assert.deepEqual(
		[3, 4, 5].map(length => overlap.within(length)),
		[false, true, true],
	);
});

test('a gap is that of its own exchange, whatever comes between', () => {
	const events = [
		event(1, 0),
		event(2, 10),
		event(2, 20),
		event(1, 1500),
		event(1, 1600, 'ping'),
		event(1, 3000),
	];
	assert.equal(eventBefore(events, 3), events[0]);
	assert.equal(eventBefore(events, 1), undefined);
	assert.deepEqual(
		events.map((_, position) => gapBefore(events, position)),
		[0, 0, 10, 1500, 0, 1500],
	);
});
