import assert from 'node:assert/strict';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import fc from 'fast-check';
import {createWireTap} from '../../source/client/wire-tap.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {toSseBody, validStream} from '../helpers/valid-stream.js';

const url = 'https://api.anthropic.com/v1/messages';
const streaming = {method: 'POST', body: JSON.stringify({model: 'm', stream: true})};
const eventStream = {headers: {'content-type': 'text/event-stream'}};

/** A body whose reads are given one by one. */
const bodyOf = (reads: ReadonlyArray<string | Uint8Array>): ReadableStream<Uint8Array> =>
	new ReadableStream({
		start(controller) {
			for (const read of reads) {
				controller.enqueue(typeof read === 'string' ? new TextEncoder().encode(read) : read);
			}

			controller.close();
		},
	});

/** Lets one request pass through a tap, reads its answer to the end, and gives what the tap told and what came out. */
const pass = async (response: Response, init: RequestInit = streaming, input: string | URL = url) => {
	const events: TraceEvent[] = [];
	const fetch = createWireTap({
		fetch: async () => response,
		now: () => events.length,
		emit: event => events.push(event),
	});
	const tapped = await fetch(input, init);
	const text = await tapped.text();
	return {events, tapped, text};
};

const sseOf = (events: readonly TraceEvent[]) => events.filter(event => event.type === 'sse');
const bodiesOf = (events: readonly TraceEvent[]) =>
	events.filter(event => event.type === 'body').map(({data}) => data);

test('a request, its response and each event are told in order, with the time of the clock', async () => {
	const {events} = await pass(new Response(bodyOf(['event: a\ndata: 1\n\n', 'data: 2\n\n']), eventStream));
	const place = {exchange: 1, attempt: 1};
	assert.deepEqual(events, [
		{type: 'request', at: 0, ...place, method: 'POST', url, body: {model: 'm', stream: true}},
		{type: 'response', at: 1, ...place, status: 200, headers: {'content-type': 'text/event-stream'}},
		{type: 'sse', at: 2, ...place, chunk: 1, event: 'a', data: '1'},
		{type: 'sse', at: 3, ...place, chunk: 2, event: null, data: '2'},
		{
			type: 'end',
			at: 4,
			exchange: 1,
			outcome: 'failed',
			error: {
				kind: 'ended_early',
				title: 'The stream ended before its message did',
				detail: null,
				hint: 'The server, or a proxy in front of it, may have cut it off.',
			},
			message: null,
		},
	]);
});

test('events of one read share its number; an event that spans reads has that of the one which completed it', async () => {
	const {events} = await pass(
		new Response(bodyOf(['data: 1\n\ndata: 2\n\nda', 'ta: ', '3\n\n', 'data: 4\n\n']), eventStream),
	);
	assert.deepEqual(
		sseOf(events).map(({chunk, data}) => [chunk, data]),
		[
			[1, '1'],
			[1, '2'],
			[3, '3'],
			[4, '4'],
		],
	);
});

test('of the response’s headers only those of the list are told, of the request’s none', async () => {
	const headers = {
		'Content-Type': 'text/event-stream',
		'Request-Id': 'req_1',
		'Retry-After': '7',
		'Anthropic-Ratelimit-Tokens-Remaining': '5',
		'Set-Cookie': 'session=secret',
		'X-Api-Key': 'secret',
		Authorization: 'Bearer secret',
		'Anthropic-Organization-Id': 'secret',
	};
	const {events} = await pass(new Response(bodyOf(['data: 1\n\n']), {headers}), {
		...streaming,
		headers: {'x-api-key': 'secret', authorization: 'Bearer secret', cookie: 'secret'},
	});
	assert.deepEqual(events[1]?.type === 'response' && events[1].headers, {
		'anthropic-ratelimit-tokens-remaining': '5',
		'content-type': 'text/event-stream',
		'request-id': 'req_1',
		'retry-after': '7',
	});
	assert.ok(!JSON.stringify(events).includes('secret'));
});

test('an address is told without what may be secret in it', async () => {
	const {events} = await pass(
		new Response('{}'),
		{method: 'POST', body: '{}'},
		new URL('https://user:secret@gateway.example/v1/messages?beta=true&token=secret#secret'),
	);
	assert.equal(
		events[0]?.type === 'request' && events[0].url,
		'https://gateway.example/v1/messages?beta=true&token=…',
	);
});

const bodies: ReadonlyArray<readonly [name: string, status: number, text: string]> = [
	['an error', 529, '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'],
	['an error that looks like a stream', 500, 'data: {"error":1}\n\n'],
	['a page of HTML', 200, '<html><body>Sign in</body></html>'],
	['a whole message', 200, '{"type":"message","content":[]}'],
	['plain words', 200, 'retry later'],
	['words that begin like a field', 200, 'identity provider unreachable'],
	['very little', 200, 'no'],
	['a stream without a single event', 200, 'id: 1\n\nid: 2\n\n'],
];

for (const [name, status, text] of bodies) {
	test(`${name} instead of a stream is told as a body, once and whole`, async () => {
		const result = await pass(new Response(bodyOf([text.slice(0, 1), text.slice(1)]), {status}));
		assert.deepEqual(bodiesOf(result.events), [text]);
		assert.deepEqual(sseOf(result.events), []);
		assert.equal(result.text, text);
		assert.equal(result.tapped.status, status);
	});
}

test('a name without data is told as an event without data, and ends no message', async () => {
	const {events} = await pass(new Response(bodyOf(['event: message_stop\n: keep-alive\n', '\n'])));
	assert.deepEqual(
		sseOf(events).map(({event, data, dataless}) => ({event, data, dataless})),
		[{event: 'message_stop', data: '', dataless: true}],
	);
	const last = events.at(-1);
	assert.equal(last?.type === 'end' && last.outcome, 'failed');
});

test('an answer that was not asked for as a stream is a body, whatever it looks like', async () => {
	const {events} = await pass(new Response('data: 1\n\n'), {method: 'POST', body: '{"stream":false}'});
	assert.deepEqual(bodiesOf(events), ['data: 1\n\n']);
});

for (const beginning of [
	'event: a\ndata: 1',
	'data: 1',
	': comment\ndata: 1',
	'id: 1\ndata: 1',
	'retry: 1\ndata: 1',
	'\uFEFFdata: 1',
	'\n\ndata: 1',
]) {
	test(`a stream is known by its first characters, not by its content type: ${JSON.stringify(beginning)}`, async () => {
		const body = bodyOf([...Buffer.from(`${beginning}\n\n`)].map(byte => Uint8Array.of(byte)));
		const {events} = await pass(new Response(body, {headers: {'content-type': 'application/json'}}));
		assert.deepEqual(
			sseOf(events).map(({data}) => data),
			['1'],
		);
		assert.deepEqual(bodiesOf(events), []);
	});
}

test('an answer without a body is told without one', async () => {
	const {events, tapped} = await pass(new Response(null, {status: 204}));
	assert.deepEqual(
		events.map(({type}) => type),
		['request', 'response', 'end'],
	);
	assert.equal(tapped.status, 204);
});

test('a request that never reaches a server is told, and its error passed on', async () => {
	const events: TraceEvent[] = [];
	const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {code: 'ECONNREFUSED'});
	const failure = new TypeError('fetch failed', {cause});
	const fetch = createWireTap({
		async fetch() {
			throw failure;
		},
		now: () => 0,
		emit: event => events.push(event),
	});
	await assert.rejects(fetch(url, streaming), failure);
	assert.deepEqual(events.slice(1), [
		{
			type: 'end',
			at: 0,
			exchange: 1,
			outcome: 'failed',
			error: {
				kind: 'ECONNREFUSED',
				title: 'The connection was refused',
				detail: 'TypeError: fetch failed: connect ECONNREFUSED 127.0.0.1:1',
				hint: 'Check the network and the address.',
			},
			message: null,
		},
	]);
});

test('attempts are numbered by the SDK’s header, and each first attempt opens an exchange', async () => {
	const events: TraceEvent[] = [];
	const fetch = createWireTap({
		fetch: async () => new Response('{}'),
		now: () => 0,
		emit: event => events.push(event),
	});
	for (const retries of ['0', '1', '2', '0']) {
		await (await fetch(url, {...streaming, headers: {'x-stainless-retry-count': retries}})).text();
	}

	const requests = events.filter(event => event.type === 'request');
	assert.deepEqual(
		requests.map(({exchange, attempt}) => [exchange, attempt]),
		[
			[1, 1],
			[1, 2],
			[1, 3],
			[2, 1],
		],
	);
});

test('how the answer ended is told: whole, cut, broken, or given up by its reader', async () => {
	const start = 'event: message_start\ndata: {}\n\n';
	const whole = `${start}event: message_stop\ndata: {}\n\n`;
	const read = (response: Response) => response.text();
	const cancel = async (response: Response) => {
		const reader = response.body?.getReader();
		await reader?.read();
		await reader?.cancel();
	};
	const breaking = (reads: readonly string[]) => {
		const left = [...reads];
		return new ReadableStream<Uint8Array>({
			pull(controller) {
				const next = left.shift();
				if (next === undefined) {
					controller.error(new TypeError('terminated'));
				} else {
					controller.enqueue(new TextEncoder().encode(next));
				}
			},
		});
	};

	for (const [body, use, ending] of [
		[bodyOf([whole]), read, 'complete'],
		[bodyOf([start]), read, 'failed ended_early'],
		[bodyOf(['<html>']), read, 'failed ended_early'],
		[breaking([start]), read, 'failed connection_lost'],
		[breaking([start, 'event']), cancel, 'aborted'],
		[breaking([whole]), cancel, 'complete'],
	] as const) {
		const events: TraceEvent[] = [];
		const tap = createWireTap({
			fetch: async () => new Response(body, eventStream),
			now: () => 0,
			emit: event => events.push(event),
		});
		await use(await tap(url, streaming)).catch(() => {});
		const ends = events.filter(event => event.type === 'end');
		const told = ends.map(({outcome, error}) => `${outcome}${error === null ? '' : ` ${error.kind}`}`);
		assert.deepEqual(told, [ending]);
	}
});

test('a reader whose request was called off has given up, however the body failed', async () => {
	const events: TraceEvent[] = [];
	const controller = new AbortController();
	const tap = createWireTap({
		fetch: async () =>
			new Response(
				new ReadableStream({
					pull(stream) {
						controller.abort();
						stream.error(controller.signal.reason);
					},
				}),
				eventStream,
			),
		now: () => 0,
		emit: event => events.push(event),
	});
	await assert.rejects((await tap(url, {...streaming, signal: controller.signal})).text());
	const end = events.at(-1);
	assert.equal(end?.type === 'end' && end.outcome, 'aborted');
});

test('an answer that was not to be a stream is whole, and a refusal is a failure', async () => {
	const whole = await pass(new Response('{}'), {method: 'POST', body: '{}'});
	const end = whole.events.at(-1);
	assert.equal(end?.type === 'end' && end.outcome, 'complete');
	const error = '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}';
	const busy = await pass(new Response(error, {status: 529}));
	const failure = busy.events.at(-1);
	assert.deepEqual(failure?.type === 'end' && [failure.outcome, failure.error?.kind, failure.error?.detail], [
		'failed',
		'overloaded_error',
		'Overloaded',
	]);
});

test('a caller that numbers the exchanges also ends them', async () => {
	const events: TraceEvent[] = [];
	const fetch = async () => new Response('{}');
	const tap = createWireTap({fetch, now: () => 0, emit: event => events.push(event), exchange: 7});
	await (await tap(url, streaming)).text();
	assert.deepEqual(
		events.map(({type, exchange}) => `${type} ${exchange}`),
		['request 7', 'response 7', 'body 7'],
	);
});

test('what goes out is byte for byte what came in, and the events are those of the body, whatever the reads', async () => {
	await fc.assert(
		fc.asyncProperty(validStream, fc.array(fc.nat(), {maxLength: 12}), async (payloads, cuts) => {
			const bytes = Buffer.from(toSseBody(payloads));
			const places = [0, ...cuts.map(cut => cut % bytes.length).sort((a, b) => a - b), bytes.length];
			const reads = places.slice(1).map((place, index) => bytes.subarray(places[index], place));
			const {events, text} = await pass(
				new Response(bodyOf(reads.filter(read => read.length > 0)), eventStream),
			);
			assert.equal(text, bytes.toString());
			assert.deepEqual(
				sseOf(events).map(({event}) => event),
				payloads.map(({type}) => type),
			);
		}),
		{numRuns: 50},
	);
});

test('a read goes on to the SDK before the next one has come', async () => {
	const {readable, writable} = new TransformStream<Uint8Array, Uint8Array>();
	const writer = writable.getWriter();
	const events: TraceEvent[] = [];
	const tap = createWireTap({
		fetch: async () => new Response(readable, eventStream),
		now: () => 0,
		emit: event => events.push(event),
	});
	const reader = (await tap(url, streaming)).body?.getReader();
	for (const text of ['data: 1\n\n', 'data: 2\n\n']) {
		void writer.write(new TextEncoder().encode(text));
		const read = await reader?.read();
		assert.equal(new TextDecoder().decode(read?.value), text);
		assert.equal(sseOf(events).at(-1)?.data, text.slice(6, 7));
	}

	await reader?.cancel();
});

test('an event is told before the SDK yields it', async () => {
	const events: TraceEvent[] = [];
	const payloads = [
		{
			type: 'message_start',
			message: {id: 'msg_1', type: 'message', role: 'assistant', model: 'm', content: [], usage: {}},
		},
		{type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}},
		{type: 'content_block_delta', index: 0, delta: {type: 'text_delta', text: 'Hi'}},
		{type: 'content_block_stop', index: 0},
		{type: 'message_delta', delta: {stop_reason: 'end_turn'}, usage: {output_tokens: 1}},
		{type: 'message_stop'},
	];
	const reads = payloads.map(payload => `event: ${payload.type}\ndata: ${JSON.stringify(payload)}\n\n`);
	const client = new Anthropic({
		apiKey: 'test',
		maxRetries: 0,
		fetch: createWireTap({
			fetch: async () => new Response(bodyOf(reads), eventStream),
			now: () => 0,
			emit: event => events.push(event),
		}),
	});
	let yielded = 0;
	for await (const event of client.messages.stream({
		model: 'm',
		max_tokens: 1,
		messages: [{role: 'user', content: 'x'}],
	})) {
		const told = sseOf(events)[yielded++];
		assert.equal(told?.event, event.type);
	}

	assert.equal(yielded, payloads.length);
});

test('when the connection breaks, what had come of an event is told before the error goes on', async () => {
	const failure = new TypeError('terminated');
	let reads = 0;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			if (reads++ === 0) {
				controller.enqueue(new TextEncoder().encode('data: 1\n\nevent: b\ndata: {"half'));
			} else {
				controller.error(failure);
			}
		},
	});
	const events: TraceEvent[] = [];
	const tap = createWireTap({
		fetch: async () => new Response(body, eventStream),
		now: () => 0,
		emit: event => events.push(event),
	});
	const response = await tap(url, streaming);
	await assert.rejects(response.text(), failure);
	assert.deepEqual(
		sseOf(events).map(({event, data, unterminated}) => [event, data, unterminated]),
		[
			[null, '1', undefined],
			['b', '{"half', true],
		],
	);
});

test('when the reader has had enough, the server is told, and the rest that had come is not lost', async () => {
	let reason: unknown;
	const body = new ReadableStream<Uint8Array>({
		pull(controller) {
			controller.enqueue(new TextEncoder().encode('data: 1\n\ndata: cut'));
		},
		cancel(why) {
			reason = why;
		},
	});
	const events: TraceEvent[] = [];
	const tap = createWireTap({
		fetch: async () => new Response(body, eventStream),
		now: () => 0,
		emit: event => events.push(event),
	});
	const reader = (await tap(url, streaming)).body?.getReader();
	await reader?.read();
	await reader?.cancel('enough');
	assert.equal(reason, 'enough');
	assert.equal(sseOf(events).at(-1)?.unterminated, true);
});
