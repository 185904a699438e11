import assert from 'node:assert/strict';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {type MessageExchange, startExchange} from '../../source/client/message-exchange.js';
import {replayExchange} from '../../source/client/replay-exchange.js';
import {startWholeExchange} from '../../source/client/whole-exchange.js';
import {SdkLane as Lane, type SdkLane} from '../../source/trace/sdk-lane.js';
import {Trace} from '../../source/trace/trace.js';
import {captures} from '../helpers/captures.js';
import {valid} from '../helpers/sample-bodies.js';

type Run = {
	readonly fetch: typeof globalThis.fetch;
	readonly surface?: 'stable' | 'beta';
	readonly start?: typeof startExchange;
	readonly stopAfter?: number;
};

/** Runs an exchange over a `fetch` and gives what a recording would hold of it. */
async function record({
	fetch,
	surface = 'stable',
	start = startExchange,
	stopAfter = Number.POSITIVE_INFINITY,
}: Run) {
	const trace = new Trace();
	const lane = new Lane();
	const client = new Anthropic({
		apiKey: 'test',
		baseURL: 'http://test.invalid',
		maxRetries: 0,
		logLevel: 'off',
	});
	const params = {model: 'm', max_tokens: 10, messages: [{role: 'user' as const, content: 'hi'}]};
	const exchange = start({client, fetch, trace, lane, now: () => 0, params, surface});
	await iterate(exchange, stopAfter);
	return {trace, lane};
}

async function iterate(exchange: MessageExchange, stopAfter: number) {
	let left = stopAfter;
	try {
		for await (const _ of exchange) {
			left--;
			if (left === 0) {
				exchange.abort();
			}
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}
}

async function replay({trace}: {trace: Trace}) {
	const lane = new Lane();
	const end = await replayExchange(trace.events, [...trace.events.keys()], lane);
	return {end, lane};
}

const entries = (trace: Trace, lane: SdkLane) => trace.events.map((_, position) => lane.at(position));

const answering =
	(body: BodyInit, init: ResponseInit = {}) =>
	async () =>
		new Response(body, {headers: {'content-type': 'text/event-stream'}, ...init});

/** The trace as an import leaves it that knows of the beta endpoint. */
function markedBeta({events}: Trace): Trace {
	const trace = new Trace();
	for (const event of events) {
		trace.append(event.type === 'request' ? {...event, url: `${event.url}?beta=true`} : event);
	}

	return trace;
}

for (const {name, body} of captures) {
	for (const surface of ['stable', 'beta'] as const) {
		test(`says of ${name} what the SDK's ${surface} helper said when it came`, async () => {
			const live = await record({fetch: answering(body), surface});
			const {lane, end} = await replay(surface === 'beta' ? {trace: markedBeta(live.trace)} : live);
			assert.deepEqual(entries(live.trace, lane), entries(live.trace, live.lane));
			assert.deepEqual(end, live.trace.at(live.trace.length - 1));
		});
	}
}

test('an exchange that was interrupted is interrupted again at the same event', async () => {
	const reads = valid.split(/(?<=\n\n)/);
	const fetch: typeof globalThis.fetch = async (_, init) =>
		new Response(
			new ReadableStream({
				start(controller) {
					init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
				},
				async pull(controller) {
					// One event a turn, so that what comes after the interruption is not there yet.
					await new Promise(setImmediate);
					controller.enqueue(new TextEncoder().encode(reads.shift()));
				},
			}),
		);
	const live = await record({fetch, stopAfter: 3});
	const {lane, end} = await replay(live);
	assert.equal(end.outcome, 'aborted');
	assert.deepEqual(
		entries(live.trace, lane).map(({verdict}) => verdict),
		entries(live.trace, live.lane).map(({verdict}) => verdict),
	);
});

test('an exchange that is still open ends for the SDK only if all had come', async () => {
	const live = await record({fetch: answering(valid)});
	const {events} = live.trace;
	const positions = [...events.keys()];
	const outcomeOf = async (length: number) =>
		(await replayExchange(events, positions.slice(0, length), new Lane())).outcome;
	assert.equal(await outcomeOf(positions.length - 1), 'complete');
	assert.equal(await outcomeOf(positions.length - 2), 'aborted');
});

test('a connection that broke breaks again', async () => {
	const fetch = async () =>
		new Response(
			new ReadableStream({
				start(controller) {
					controller.enqueue(new TextEncoder().encode(valid.slice(0, 700)));
				},
				pull(controller) {
					controller.error(new TypeError('terminated'));
				},
			}),
		);
	const live = await record({fetch});
	const {lane, end} = await replay(live);
	assert.equal(end.error?.kind, 'connection_lost');
	assert.deepEqual(entries(live.trace, lane), entries(live.trace, live.lane));
});

test('an error before the stream is the same error, and is asked for once', async () => {
	const error = {type: 'error', error: {type: 'overloaded_error', message: 'Busy'}, request_id: 'req_1'};
	const live = await record({fetch: answering(JSON.stringify(error), {status: 529})});
	const {end} = await replay(live);
	assert.deepEqual(end, live.trace.at(live.trace.length - 1));
	assert.equal(end.error?.kind, 'overloaded_error');
});

test('an attempt without a response fails as a connection does', async () => {
	const live = await record({fetch: async () => Promise.reject(new TypeError('fetch failed'))});
	const {end} = await replay(live);
	assert.equal(end.outcome, 'failed');
	assert.equal(end.error?.kind, 'connection');
});

test('an answer that came whole is read whole', async () => {
	const message = {type: 'message', role: 'assistant', content: [{type: 'text', text: 'Hi'}], usage: {}};
	const headers = {'content-type': 'application/json'};
	const live = await record({
		fetch: answering(JSON.stringify(message), {headers}),
		start: startWholeExchange,
	});
	const {end} = await replay(live);
	assert.equal(end.outcome, 'complete');
	assert.deepEqual(end.message, message);
	assert.deepEqual(end, live.trace.at(live.trace.length - 1));
});

test('headers and names that HTTP does not know do not stop it', async () => {
	const live = await record({fetch: answering(valid)});
	const events = live.trace.events.map(event =>
		event.type === 'response'
			? {
					...event,
					status: 204,
					headers: {'bad name': 'x', server: '日本', 'content-type': 'text/event-stream'},
				}
			: event,
	);
	const end = await replayExchange(events, [...events.keys()], new Lane());
	assert.equal(end.outcome, 'complete');
});
