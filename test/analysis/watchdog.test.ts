import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type Watchdog, WatchdogRun, watch} from '../../source/analysis/watchdog.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {blockStart, blockStop, message, ping, text, toWire} from '../messages/conformance/sample-stream.js';

/** A stream whose events come at these times, in milliseconds after the response. */
const timed = (
	times: readonly number[],
	request = 100,
): ReadonlyArray<{event: TraceEvent; position: number}> => {
	const place = {exchange: 1, attempt: 1};
	const stream = message(blockStart(0), ping, text(0, 'a'), ping, text(0, 'b'), blockStop(0)).map(toWire);
	const events: TraceEvent[] = [
		{type: 'request', at: request, ...place, method: 'POST', url: 'u', body: null},
		{type: 'response', at: request + 50, ...place, status: 200, headers: {}},
		...stream.map(
			(sse, index): TraceEvent => ({
				type: 'sse',
				at: request + 50 + (times[index] ?? 0),
				...place,
				chunk: index,
				...sse,
			}),
		),
	];
	return events.map((event, position) => ({event, position}));
};

// message_start, block start, ping, a, ping, b, block stop, message_delta, message_stop
const slow = timed([10, 20, 3000, 6000, 9000, 12_000, 12_001, 12_002, 12_003]);
const run = (sign: Watchdog['sign'], limit: number) => watch({sign, limit}, slow);

test('a client that waits for content gives up between two pieces of it, whatever else comes', () => {
	assert.deepEqual(run('content', 5000), {
		sign: 'content',
		limit: 5000,
		longest: 6050,
		killedAt: 5000,
		after: 5,
		next: 6050,
	});
	assert.equal(run('content', 6050)?.killedAt, null);
});

test('pings keep alive a client that waits for events or bytes', () => {
	assert.deepEqual([run('events', 3000)?.killedAt, run('events', 3000)?.longest], [null, 3000]);
	assert.equal(run('bytes', 3000)?.killedAt, null);
	assert.deepEqual([run('events', 2900)?.killedAt, run('events', 2900)?.next], [2970, 3050]);
});

test('a client that waits for pings gives up when they stop, and not after the message has ended', () => {
	assert.deepEqual(
		[run('pings', 4000)?.killedAt, run('pings', 6000)?.killedAt],
		[7050, null].toSpliced(0, 1, 7050),
	);
});

test('the wait begins anew with each attempt, and times count from the first', () => {
	const first = timed([], 0).slice(0, 1);
	const second = timed([10, 20, 30, 40, 50, 60, 70, 80, 90], 60_000);
	const report = watch({sign: 'content', limit: 1000}, [...first, ...second]);
	assert.deepEqual([report?.killedAt, report?.longest], [null, 90]);
});

test('a stream that falls silent for good is given up, and nothing came after that', () => {
	const open = slow.slice(0, 6);
	const end: TraceEvent = {
		type: 'end',
		at: 100_000,
		exchange: 1,
		outcome: 'failed',
		error: null,
		message: null,
	};
	const report = watch({sign: 'events', limit: 10_000}, [...open, {event: end, position: 6}]);
	assert.deepEqual([report?.killedAt, report?.after, report?.next], [16_050, 6, null]);
	assert.equal(watch({sign: 'events', limit: 1}, []), null);
});

test('a growing exchange has a time at which its client gives up, until it has ended or the client has', () => {
	const run = new WatchdogRun({sign: 'content', limit: 3000});
	const deadlines = slow.map(({event, position}) => {
		const isShown = run.add(event, position);
		return isShown ? 'given up' : run.deadline;
	});
	// The content is at 6150 and 12,150, and the message ends at 12,153.
	assert.deepEqual(deadlines.slice(0, 5), [3100, 3100, 3100, 3100, 3100]);
	assert.deepEqual(deadlines.slice(5), ['given up', null, null, null, null, null]);
	assert.equal(run.report()?.killedAt, 3000);
});
