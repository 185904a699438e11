import assert from 'node:assert/strict';
import {test} from 'node:test';
import {exportTrace} from '../../../../source/recording/exports/export-trace.js';
import type {ExportSource} from '../../../../source/recording/exports/exported.js';
import {otlpId, unixNano} from '../../../../source/recording/exports/otlp/otlp-json.js';
import {type OtlpOptions, toOtlp} from '../../../../source/recording/exports/otlp/to-otlp.js';
import type {TraceEvent} from '../../../../source/trace/trace-event.js';

const place = (attempt: number) => ({exchange: 1, attempt}) as const;
const sse = (at: number, event: string, data: object): TraceEvent => ({
	type: 'sse',
	at,
	...place(2),
	chunk: at,
	event,
	data: JSON.stringify({type: event, ...data}),
});
const delta = (at: number, value: object) => sse(at, 'content_block_delta', {index: 0, delta: value});

/** A retry, then a tool call with a pause in it. */
const events: readonly TraceEvent[] = [
	{
		type: 'request',
		at: 0,
		...place(1),
		method: 'POST',
		url: 'https://api.anthropic.com/v1/messages',
		body: {
			model: 'claude-x',
			max_tokens: 99,
			stream: true,
			system: 'Private rules',
			messages: [{role: 'user', content: 'Private question'}],
		},
	},
	{type: 'response', at: 100, ...place(1), status: 529, headers: {'request-id': 'req_1'}},
	{
		type: 'request',
		at: 500,
		...place(2),
		method: 'POST',
		url: 'https://api.anthropic.com/v1/messages',
		body: {
			model: 'claude-x',
			max_tokens: 99,
			stream: true,
			system: 'Private rules',
			messages: [{role: 'user', content: 'Private question'}],
		},
	},
	{type: 'response', at: 600, ...place(2), status: 200, headers: {'content-type': 'text/event-stream'}},
	sse(700, 'message_start', {
		message: {
			id: 'msg_1',
			type: 'message',
			role: 'assistant',
			model: 'claude-x-1',
			content: [],
			stop_reason: null,
			stop_sequence: null,
			usage: {input_tokens: 10, cache_read_input_tokens: 5, output_tokens: 1},
		},
	}),
	sse(750, 'content_block_start', {
		index: 0,
		content_block: {type: 'tool_use', id: 'toolu_1', name: 'look', input: {}},
	}),
	delta(800, {type: 'input_json_delta', partial_json: '{"place":'}),
	delta(2900, {type: 'input_json_delta', partial_json: '"Private place"}'}),
	sse(2950, 'content_block_stop', {index: 0}),
	sse(2960, 'message_delta', {
		delta: {stop_reason: 'tool_use', stop_sequence: null},
		usage: {output_tokens: 40},
	}),
	sse(3000, 'message_stop', {}),
	{type: 'end', at: 3010, exchange: 1, outcome: 'complete', error: null, message: null},
];

const source: ExportSource = {
	header: {
		type: 'recording',
		version: 2,
		app: 'a',
		startedAt: '2026-11-28T08:00:00.000Z',
		mode: 'live',
		title: null,
	},
	title: null,
	events,
	others: [],
};

const options: OtlpOptions = {
	session: 'session-1',
	hasContent: false,
	resource: {'service.name': 'test'},
	now: 0,
};

type Attribute = {readonly key: string; readonly value: Readonly<Record<string, unknown>>};
const valuesOf = (attributes: readonly Attribute[]) =>
	Object.fromEntries(
		attributes.map(({key, value}) => {
			const [[kind, inner] = ['', null]] = Object.entries(value);
			return [key, kind === 'intValue' ? Number(inner) : inner];
		}),
	);
const spansOf = (text: string) => JSON.parse(text).resourceSpans[0].scopeSpans[0].spans;

test('an exchange is a span by the GenAI conventions, with the clocks, and each attempt is a child of it', () => {
	const [exchange, first, second] = spansOf(toOtlp(source, options).traces);
	assert.equal(exchange.name, 'chat claude-x-1');
	assert.equal(exchange.kind, 3);
	assert.equal(exchange.startTimeUnixNano, unixNano(Date.parse('2026-11-28T08:00:00.000Z')));
	assert.equal(exchange.endTimeUnixNano, unixNano(Date.parse('2026-11-28T08:00:03.010Z')));
	const values = valuesOf(exchange.attributes);
	assert.deepEqual(
		{...values, 'gen_ai.response.finish_reasons': undefined},
		{
			'gen_ai.operation.name': 'chat',
			'gen_ai.provider.name': 'anthropic',
			'gen_ai.request.model': 'claude-x',
			'gen_ai.request.max_tokens': 99,
			'gen_ai.request.stream': true,
			'gen_ai.response.model': 'claude-x-1',
			'gen_ai.response.id': 'msg_1',
			'gen_ai.response.finish_reasons': undefined,
			'gen_ai.usage.input_tokens': 15,
			'gen_ai.usage.output_tokens': 40,
			'gen_ai.usage.cache_read.input_tokens': 5,
			'server.address': 'api.anthropic.com',
			'server.port': 443,
			'streamscope.exchange': 1,
			'streamscope.outcome': 'complete',
			'streamscope.stop_reason': 'tool_use',
			'streamscope.attempts': 2,
			'streamscope.findings.errors': values['streamscope.findings.errors'],
			'streamscope.findings.warnings': values['streamscope.findings.warnings'],
			'streamscope.findings.notes': values['streamscope.findings.notes'],
			'session.id': 'session-1',
			'langfuse.observation.completion_start_time': '2026-11-28T08:00:00.800Z',
			'streamscope.clock.headers': 600,
			'streamscope.clock.first_event': 700,
			'streamscope.clock.ttft': 800,
			'streamscope.clock.last_content': 2900,
			'streamscope.clock.total': 3000,
			'streamscope.gap.max': 2100,
		},
	);
	assert.deepEqual(values['gen_ai.response.finish_reasons'], {values: [{stringValue: 'tool_call'}]});
	assert.deepEqual(
		[first, second].map(span => [span.parentSpanId, span.traceId, span.name]),
		[first, second].map(() => [exchange.spanId, exchange.traceId, 'POST']),
	);
	assert.equal(valuesOf(first.attributes)['http.response.status_code'], 529);
	assert.deepEqual(first.status, {code: 2});
	assert.equal(first.endTimeUnixNano, unixNano(Date.parse('2026-11-28T08:00:00.100Z')));
	assert.equal(valuesOf(second.attributes)['http.request.resend_count'], 1);
	assert.match(exchange.traceId, /^[\da-f]{32}$/);
	assert.match(exchange.spanId, /^[\da-f]{16}$/);
});

test('the span has events for the start, the first content of a kind, and each pause of over a second', () => {
	const [{events: told}] = spansOf(toOtlp(source, options).traces);
	const named = told.filter(({name}: {readonly name: string}) => name !== 'finding');
	assert.deepEqual(
		named.map(({name, attributes}: {readonly name: string; readonly attributes: readonly Attribute[]}) => [
			name,
			valuesOf(attributes),
		]),
		[
			['message_start', {'streamscope.event': 5}],
			['first_tool_json', {'streamscope.event': 7}],
			['gap', {'streamscope.event': 8, 'streamscope.gap.duration': 2100}],
		],
	);
});

test('prompts and answers are told on request only, and secrets never', () => {
	assert.doesNotMatch(toOtlp(source, options).traces, /Private/);
	const told = toOtlp(source, {...options, hasContent: true, secrets: ['Private question']}).traces;
	const values = valuesOf(spansOf(told)[0].attributes);
	assert.deepEqual(JSON.parse(String(values['gen_ai.output.messages'])), [
		{
			role: 'assistant',
			parts: [{type: 'tool_call', id: 'toolu_1', name: 'look', arguments: {place: 'Private place'}}],
			finish_reason: 'tool_call',
		},
	]);
	assert.deepEqual(JSON.parse(String(values['gen_ai.input.messages'])), [
		{role: 'user', parts: [{type: 'text', content: '…'}]},
	]);
	assert.deepEqual(JSON.parse(String(values['gen_ai.system_instructions'])), [
		{type: 'text', content: 'Private rules'},
	]);
});

test('histograms hold the durations and the tokens, each in its bucket', () => {
	const [{scopeMetrics}] = JSON.parse(toOtlp(source, options).metrics).resourceMetrics;
	const metrics = scopeMetrics[0].metrics.map(
		({
			name,
			unit,
			histogram,
		}: {
			name: string;
			unit: string;
			histogram: {dataPoints: readonly [Record<string, unknown>]};
		}) => [name, unit, histogram.dataPoints[0].count, histogram.dataPoints[0].sum],
	);
	assert.deepEqual(metrics, [
		['gen_ai.client.inference.duration', 's', '1', 3],
		['gen_ai.client.inference.time_to_first_chunk', 's', '1', 0.7],
		['gen_ai.client.inference.time_per_output_chunk', 's', '1', 2.1],
		['gen_ai.client.inference.usage.input_tokens', '{token}', '1', 15],
		['gen_ai.client.inference.usage.output_tokens', '{token}', '1', 40],
	]);
	const [{histogram}] = scopeMetrics[0].metrics;
	const [point] = histogram.dataPoints;
	assert.equal(point.bucketCounts.length, point.explicitBounds.length + 1);
	const bucket = point.bucketCounts.indexOf('1');
	assert.ok(point.explicitBounds[bucket - 1] < 3 && point.explicitBounds[bucket] >= 3);
});

test('the same recording gives the same ids; times that are made up are measured by nobody', () => {
	assert.equal(toOtlp(source, options).traces, toOtlp(source, {...options, now: 5}).traces);
	assert.notEqual(otlpId('a', 8), otlpId('b', 8));
	const {traces, metrics} = toOtlp({...source, pacing: 'synthetic'}, options);
	const values = valuesOf(spansOf(traces)[0].attributes);
	assert.equal(values['streamscope.pacing'], 'synthetic');
	assert.equal(values['streamscope.clock.ttft'], undefined);
	assert.doesNotMatch(metrics, /duration|chunk/);
});

test('the wall clock goes on where a session was resumed', () => {
	const others = [{before: 2, line: {type: 'resume', at: 100, resumedAt: '2026-11-28T10:00:00.000Z'}}];
	const [exchange] = spansOf(toOtlp({...source, others}, options).traces);
	assert.equal(exchange.startTimeUnixNano, unixNano(Date.parse('2026-11-28T08:00:00.000Z')));
	assert.equal(exchange.endTimeUnixNano, unixNano(Date.parse('2026-11-28T10:00:02.910Z')));
});

test('one exchange of a resumed session keeps its wall clock, also when it is redacted', () => {
	const second = events.map(event => ({...event, exchange: 2, at: event.at + 4000}));
	const others = [
		{before: events.length, line: {type: 'resume', at: 4000, resumedAt: '2026-11-28T10:00:00.000Z'}},
	];
	const session = {...source, events: [...events, ...second], others};
	for (const redact of [{}, {redact: {ids: 'keep'} as const}]) {
		const {pieces} = exportTrace(session, 'otlp', {exchange: 2, ...redact});
		const [traces = ''] = pieces;
		const spans = spansOf(traces);
		assert.equal(spans.length, 3);
		assert.equal(spans[0].startTimeUnixNano, unixNano(Date.parse('2026-11-28T10:00:00.000Z')));
	}
});

test('nanoseconds are exact where a double is not', () => {
	assert.equal(unixNano(1_795_852_800_000.5), '1795852800000500000');
});
