import assert from 'node:assert/strict';
import {test} from 'node:test';
import {clocksOf, outputEstimateOf, outputRateOf, silenceOf} from '../../source/analysis/clocks.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	messageDelta,
	messageStart,
	messageStop,
	ping,
	type SampleEvent,
	text,
	toWire,
} from '../messages/conformance/sample-stream.js';

const place = {exchange: 1, attempt: 1};
const start = 5000;

/** An exchange that begins at 5000 ms. Each event has its time in milliseconds since then. */
const exchange = (...events: ReadonlyArray<readonly [after: number, event: SampleEvent | TraceEvent]>) => {
	const request: TraceEvent = {
		type: 'request',
		at: start,
		...place,
		method: 'POST',
		url: 'https://api.test/',
		body: {},
	};
	const view = lastItem(
		foldTrace([
			request,
			...events.map(
				([after, event]): TraceEvent =>
					'exchange' in event && 'at' in event
						? ({...event, at: start + after} as TraceEvent)
						: {type: 'sse', at: start + after, ...place, chunk: 1, ...toWire(event as SampleEvent)},
			),
		]).exchanges,
	);
	assert.ok(view);
	return view;
};

const response = (status = 200): TraceEvent => ({type: 'response', at: 0, ...place, status, headers: {}});
const retry: TraceEvent = {
	type: 'request',
	at: 0,
	exchange: 1,
	attempt: 2,
	method: 'POST',
	url: 'https://api.test/',
	body: {},
};
const end: TraceEvent = {type: 'end', at: 0, exchange: 1, outcome: 'complete', error: null, message: null};
const thinking = (words: string) => blockDelta(0, {type: 'thinking_delta', thinking: words});

test('every clock runs from the request to the moment in its name', () => {
	const view = exchange(
		[312, response()],
		[313, messageStart()],
		[314, ping],
		[315, blockStart(0, {type: 'thinking', thinking: '', signature: ''})],
		[320, thinking('')],
		[400, thinking('Hm')],
		[450, blockDelta(0, {type: 'signature_delta', signature: 'abc'})],
		[451, blockStop(0)],
		[452, blockStart(1)],
		[460, text(1, '')],
		[500, text(1, 'Cats')],
		[610, text(1, ' meow')],
		[620, text(1, '')],
		[621, blockStop(1)],
		[650, messageDelta()],
		[651, messageStop],
		[655, end],
	);
	assert.deepEqual(clocksOf(view), {
		headers: 312,
		firstEvent: 313,
		ttft: 400,
		thinking: 451,
		firstText: 500,
		lastContent: 610,
		total: 651,
	});
});

test('a clock not yet reached is null', () => {
	assert.deepEqual(clocksOf(exchange([10, response()])), {
		headers: 10,
		firstEvent: null,
		ttft: null,
		thinking: null,
		firstText: null,
		lastContent: null,
		total: null,
	});
});

test('a ping is neither the first event nor content', () => {
	const {firstEvent, ttft, total} = clocksOf(exchange([10, response()], [11, ping], [12, ping]));
	assert.deepEqual([firstEvent, ttft, total], [null, null, null]);
});

test('tool JSON counts as content, but not as text', () => {
	const view = exchange(
		[10, response()],
		[11, messageStart()],
		[12, blockStart(0, {type: 'tool_use', id: 'toolu_1', name: 'a', input: {}})],
		[13, blockDelta(0, {type: 'input_json_delta', partial_json: ''})],
		[20, blockDelta(0, {type: 'input_json_delta', partial_json: '{}'})],
	);
	assert.equal(clocksOf(view).ttft, 20);
	assert.equal(clocksOf(view).firstText, null);
});

test('retries count from the first request, and the headers are those of the attempt that answered', () => {
	const view = exchange(
		[100, response(529)],
		[600, retry],
		[900, response()],
		[950, messageStart()],
		[1000, text(0, 'a')],
	);
	assert.deepEqual([clocksOf(view).headers, clocksOf(view).ttft], [900, 1000]);
});

test('without a message_stop the total is the time of the end', () => {
	assert.equal(clocksOf(exchange([100, response()], [700, {...end, outcome: 'aborted'}])).total, 700);
});

test('the rate divides the tokens after the first by the time between first and last content', () => {
	const events = [
		[100, response()],
		[110, messageStart()],
		[200, text(0, 'x'.repeat(100))],
		[700, text(0, 'x'.repeat(100))],
	] as const;
	const estimate = outputRateOf(exchange(...events));
	assert.deepEqual(estimate, {
		tokensPerSecond: (200 / 4 - 1) / 0.5,
		isEstimate: true,
		rule: '(characters ÷ 4 − 1) ÷ (last content − TTFT)',
	});
	const final = outputRateOf(
		exchange(...events, [900, messageDelta('end_turn', {usage: {output_tokens: 61}})]),
	);
	assert.deepEqual(final, {
		tokensPerSecond: 120,
		isEstimate: false,
		rule: '(output_tokens − 1) ÷ (last content − TTFT)',
	});
});

test('there is no rate before the second piece of content, nor for content that arrived at once', () => {
	assert.equal(outputRateOf(exchange([100, response()])), null);
	assert.equal(outputRateOf(exchange([100, response()], [110, text(0, 'a')])), null);
	assert.equal(outputRateOf(exchange([100, response()], [110, text(0, 'a')], [111, text(0, 'b')])), null);
});

test('the silence says how long ago the last byte, ping and content arrived', () => {
	const view = exchange([100, response()], [110, messageStart()], [200, text(0, 'a')], [300, ping]);
	assert.deepEqual(silenceOf(view, start + 1000), {
		lastByte: 700,
		lastPing: 700,
		lastContent: 800,
		hiddenThinking: null,
	});
	assert.deepEqual(silenceOf(exchange(), start + 1000), {
		lastByte: null,
		lastPing: null,
		lastContent: null,
		hiddenThinking: null,
	});
	// A clock that was read just before the event arrived.
	assert.deepEqual(silenceOf(view, start), {
		lastByte: 0,
		lastPing: 0,
		lastContent: 0,
		hiddenThinking: null,
	});
});

test('a silence may be thinking of which nothing is shown; visible thinking is content', () => {
	const open = {type: 'thinking', thinking: '', signature: ''};
	const view = exchange([100, response()], [110, messageStart()], [200, blockStart(0, open)], [300, ping]);
	assert.equal(silenceOf(view, start + 1200).hiddenThinking, 1000);
	const visible = exchange(
		[100, response()],
		[110, messageStart()],
		[200, blockStart(0, open)],
		[300, blockDelta(0, {type: 'thinking_delta', thinking: 'Hm'})],
	);
	assert.equal(silenceOf(visible, start + 1200).hiddenThinking, null);
});

const usage = (output: number, thinkingTokens?: number) =>
	messageDelta('end_turn', {
		usage: {
			output_tokens: output,
			...(thinkingTokens === undefined ? {} : {output_tokens_details: {thinking_tokens: thinkingTokens}}),
		},
	});

/** Three seconds of thinking, then an answer of two seconds. */
const thoughtful = (shown: string) =>
	[
		[100, response()],
		[110, messageStart()],
		[120, blockStart(0, {type: 'thinking', thinking: '', signature: ''})],
		[200, thinking(shown)],
		[3120, blockStop(0)],
		[3130, blockStart(1)],
		[3200, text(1, 'Cats')],
		[5200, text(1, ' meow')],
	] as const;

test('if the API counts thinking, the rate excludes its tokens and its time, hidden or not', () => {
	for (const shown of ['', 'Hm, cats']) {
		const rate = outputRateOf(exchange(...thoughtful(shown), [5300, usage(3121, 3000)]));
		assert.equal(rate?.tokensPerSecond, 60, shown);
		assert.match(rate?.rule ?? '', /output_tokens − thinking_tokens − 1/);
	}
});

test('there is no rate with hidden thinking that was not counted', () => {
	assert.equal(outputRateOf(exchange(...thoughtful(''), [5300, usage(3121)])), null);
	assert.notEqual(outputRateOf(exchange(...thoughtful('Hm, cats'), [5300, usage(3121)])), null);
});

test('an answer that is still thinking has no rate for the rest', () => {
	const view = exchange(...thoughtful('').slice(0, 5), [3125, usage(3000, 3000)]);
	assert.equal(outputRateOf(view), null);
});

test('tokens are estimated from characters and hidden thinking until message_delta gives their number', () => {
	const estimated = blockDelta(0, {type: 'thinking_delta', thinking: '', estimated_tokens: 128});
	const [headers, start, open] = thoughtful('');
	const before = [headers, start, open, [130, estimated], [140, estimated]] as const;
	assert.equal(outputEstimateOf(exchange(headers, start, open)), null);
	assert.equal(outputEstimateOf(exchange(...before))?.tokens, 256);
	const rest = [
		[150, blockStop(0)],
		[160, blockStart(1)],
		[170, text(1, 'x'.repeat(400))],
	] as const;
	assert.deepEqual(outputEstimateOf(exchange(...before, ...rest)), {
		tokens: 356,
		rule: '400 characters ÷ 4 + 256 estimated for hidden thinking',
	});
	assert.equal(outputEstimateOf(exchange(...before, ...rest, [200, usage(360, 250)])), null);
});
