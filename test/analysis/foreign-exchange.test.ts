import assert from 'node:assert/strict';
import {test} from 'node:test';
import {summarize} from '../../source/analysis/event-summary.js';
import {ForeignCounter} from '../../source/analysis/foreign-figures.js';
import {TraceFindings} from '../../source/analysis/trace-findings.js';
import {exchangeIn} from '../../source/trace/fold-trace.js';
import {Trace} from '../../source/trace/trace.js';
import type {SseTraceEvent} from '../../source/trace/trace-event.js';

const place = {exchange: 1, attempt: 1} as const;
const chunk = '{"object":"chat.completion.chunk","choices":[{"delta":{"content":"Hi"}}]}';

/** A stream at an address, its events 100 ms apart. */
const traceOf = (url: string, datas: ReadonlyArray<readonly [event: string | null, data: string]>) =>
	new Trace([
		{type: 'request', at: 0, ...place, method: 'POST', url, body: null},
		{type: 'response', at: 50, ...place, status: 200, headers: {'content-type': 'text/event-stream'}},
		...datas.map(
			([event, data], index): SseTraceEvent => ({
				type: 'sse',
				at: 100 * (index + 1),
				...place,
				chunk: index + 1,
				event,
				data,
			}),
		),
		{type: 'end', at: 500, exchange: 1, outcome: 'complete', error: null, message: null},
	]);

const foreignOf = (trace: Trace) => exchangeIn(trace.view, 1)?.foreign;
const findingsOf = (trace: Trace) => {
	const view = exchangeIn(trace.view, 1);
	return view === null ? [] : new TraceFindings(trace).of(view);
};

for (const [title, url, datas, api] of [
	[
		'Chat Completions',
		'https://api.openai.com/v1/chat/completions',
		[
			[null, chunk],
			[null, chunk],
			[null, '[DONE]'],
		],
		"OpenAI's Chat Completions format",
	],
	[
		'Responses',
		'capture:/',
		[['response.created', '{"type":"response.created"}']],
		"OpenAI's Responses format",
	],
	['Gemini', 'capture:/v1/messages', [[null, '{"candidates":[]}']], "Gemini's format"],
	[
		'Ollama',
		'http://localhost:11434/api/chat',
		[[null, '{"created_at":"x","done":false}']],
		"Ollama's format",
	],
	[
		'MCP',
		'http://localhost:1/mcp',
		[['message', '{"jsonrpc":"2.0","method":"x"}']],
		'JSON-RPC, as MCP uses it',
	],
	['what nobody knows', 'https://example.com/stream', [['tick', '{"n":1}']], 'another API'],
] as const) {
	test(`a stream of ${title} is another API's, and not judged`, () => {
		const trace = traceOf(url, datas);
		assert.equal(foreignOf(trace), api);
		assert.deepEqual(findingsOf(trace), []);
	});
}

test('what answers at the address of the Messages API is judged, whatever it speaks', () => {
	const trace = traceOf('https://gateway.example/v1/messages', [[null, chunk]]);
	assert.equal(foreignOf(trace), null);
	assert.ok(findingsOf(trace).some(({rule}) => rule === 'other-dialect'));
});

test('a Messages stream at another address is still one', () => {
	const start = '{"type":"message_start","message":{"id":"msg_1","role":"assistant","content":[]}}';
	const trace = traceOf('https://gateway.example/claude', [['message_start', start]]);
	assert.equal(foreignOf(trace), null);
	assert.ok(findingsOf(trace).length > 0);
});

test('the figures of another API need no vocabulary, and go back with the playhead', () => {
	const trace = traceOf('capture:/', [
		[null, chunk],
		[null, chunk],
		[null, '[DONE]'],
	]);
	const counter = new ForeignCounter();
	const figures = (length: number) => {
		const view = exchangeIn(trace.viewAt(length), 1);
		return view === null ? null : counter.figures(trace.events, view);
	};
	const whole = figures(trace.length);
	assert.deepEqual(
		{...whole, gaps: whole?.gaps?.p50},
		{
			events: 3,
			length: 2 * chunk.length + 6,
			reads: 3,
			headers: 50,
			firstEvent: 100,
			lastEvent: 300,
			total: 500,
			gaps: 100,
		},
	);
	assert.equal(figures(3)?.events, 1);
	assert.equal(figures(4)?.events, 2);
});

test('an event of another API has a name where its data tells one, and its size', () => {
	const [, , event, , done] = traceOf('capture:/', [
		[null, chunk],
		[null, '{"created_at":"x","done":true}'],
		[null, '[DONE]'],
	]).events;
	const shown = event === undefined ? null : summarize(event);
	assert.deepEqual(
		[shown?.kind, shown?.detail.slice(0, 22)],
		['chat.completion.chunk', '73 B {"object":"chat.c'],
	);
	assert.equal(done === undefined ? null : summarize(done).detail, '[DONE]');
});
