import assert from 'node:assert/strict';
import {performance} from 'node:perf_hooks';
import {test} from 'node:test';
import type {Watchdog} from '../../source/analysis/watchdog.js';
import {createWatchdogGuard} from '../../source/commands/watchdog-guard.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {complete, tracedStream} from '../helpers/traced-stream.js';
import {message, ping, textBlock} from '../messages/conformance/sample-stream.js';

const rule: Watchdog = {sign: 'content', limit: 50};

test('what a client would do is said while its stream is silent, once for each attempt', async () => {
	const began = performance.now();
	const now = () => performance.now() - began;
	const told: number[] = [];
	let next = Promise.withResolvers<void>();
	const guard = createWatchdogGuard({
		rules: [rule],
		now,
		onGivenUp(exchange) {
			told.push(exchange);
			next.resolve();
		},
	});
	const [request, response] = tracedStream([]).map(event => ({...event, at: now()}));
	assert.ok(request && response);
	guard.add(request);
	guard.add({...request, exchange: 2});
	guard.add({...complete(now()), exchange: 2});
	await next.promise;
	assert.ok(now() >= rule.limit);
	next = Promise.withResolvers<void>();
	guard.add({...response, at: now()});
	guard.add({...request, at: now()});
	await next.promise;
	assert.deepEqual(told, [1, 1]);
	guard.stop();
});

test('what was silent in between is said when its next event comes, if no timer was quicker', () => {
	const told: Watchdog[] = [];
	const guard = createWatchdogGuard({rules: [rule], now: () => 0, onGivenUp: (_, one) => told.push(one)});
	const events: readonly TraceEvent[] = tracedStream(message(ping, ...textBlock(0)), {pace: 100});
	for (const event of [...events, complete(3000)]) {
		guard.add(event);
	}

	assert.deepEqual(told, [rule]);
	guard.stop();
});
