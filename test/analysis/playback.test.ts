import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {eventsAlone} from '../../source/analysis/filter/filter-context.js';
import {filterTest} from '../../source/analysis/filter/match-filter.js';
import {nextSpeed, playOn, playSpeeds} from '../../source/analysis/playback.js';
import type {SseTraceEvent, TraceEvent} from '../../source/trace/trace-event.js';
import {filterOf} from '../helpers/filter-of.js';

const ping = (at: number, exchange = 1): SseTraceEvent => ({
	type: 'sse',
	at,
	exchange,
	attempt: 1,
	chunk: 1,
	event: 'ping',
	data: '{"type": "ping"}',
});

const endlessly: Parameters<typeof playOn>[3] = {idleLimit: Number.POSITIVE_INFINITY, stopsAt: null};
const play = (events: readonly TraceEvent[], playhead: number, budget: number, options = endlessly) =>
	playOn(events, {playhead, waited: 0}, budget, options);

test('an event is played when it is due, and time already waited counts', () => {
	const events = [ping(0), ping(100), ping(300)];
	const first = play(events, 0, 150);
	assert.deepEqual(first, {playhead: 2, waited: 50, isStopped: false});
	assert.deepEqual(playOn(events, first, 149, endlessly), {playhead: 2, waited: 199, isStopped: false});
	assert.deepEqual(playOn(events, first, 150, endlessly), {playhead: 3, waited: 0, isStopped: false});
});

test('the playhead reaches the same position however the time is divided', () => {
	const gaps = fc.array(fc.integer({min: 0, max: 50}), {minLength: 1, maxLength: 30});
	const budgets = fc.array(fc.integer({min: 0, max: 40}), {maxLength: 30});
	fc.assert(
		fc.property(gaps, budgets, (pauses, pieces) => {
			let at = 0;
			const events = pauses.map(pause => {
				at += pause;
				return ping(at);
			});
			let place = play(events, 0, 0);
			for (const piece of pieces) {
				place = playOn(events, place, piece, endlessly);
			}

			const whole = play(
				events,
				0,
				pieces.reduce((sum, piece) => sum + piece, 0),
			);
			assert.equal(place.playhead, whole.playhead);
		}),
	);
});

test('a long pause is waited out only up to the limit', () => {
	const events = [ping(0), ping(60_000)];
	assert.equal(play(events, 1, 1999, {idleLimit: 2000, stopsAt: null}).playhead, 1);
	assert.equal(play(events, 1, 2000, {idleLimit: 2000, stopsAt: null}).playhead, 2);
});

test('typing time is cut to a second', () => {
	const events = [ping(0, 1), ping(600_000, 2)];
	assert.equal(play(events, 1, 999).playhead, 1);
	assert.equal(play(events, 1, 1000).playhead, 2);
});

test('playback stops just after the event of a breakpoint, and continues from there', () => {
	const message: TraceEvent = {
		...ping(20),
		event: 'message_stop',
		data: '{"type":"message_stop"}',
	};
	// A ping does not end a silence, so the last event is something else.
	const delta: TraceEvent = {...ping(5000), event: 'content_block_delta', data: '{}'};
	const events = [ping(0), message, ping(30), delta];
	const until = (words: string, playhead = 0) =>
		play(events, playhead, 1e6, {...endlessly, stopsAt: filterTest(filterOf(words), eventsAlone(events))});
	assert.deepEqual(until('type:message_stop'), {playhead: 2, waited: 0, isStopped: true});
	assert.deepEqual(until('MESSAGE_STOP'), {playhead: 2, waited: 0, isStopped: true});
	assert.deepEqual(until('gap>2s'), {playhead: 4, waited: 0, isStopped: true});
	assert.deepEqual(until('type:message_stop', 2), {playhead: 4, waited: 0, isStopped: false});
});

test('speeds go up and down the list, even from one that is not in it', () => {
	assert.equal(nextSpeed(1, 1), 2);
	assert.equal(nextSpeed(1, -1), 0.5);
	assert.equal(nextSpeed(3, 1), 5);
	assert.equal(nextSpeed(3, -1), 2);
	assert.equal(nextSpeed(100, 1), 'max');
	assert.equal(nextSpeed('max', 1), 'max');
	assert.equal(nextSpeed('max', -1), 100);
	assert.equal(nextSpeed(playSpeeds[0] ?? 0, -1), 0.1);
});
