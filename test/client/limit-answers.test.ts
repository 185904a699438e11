import assert from 'node:assert/strict';
import {once} from 'node:events';
import type {ServerResponse} from 'node:http';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {startLeanExchange} from '../../source/client/lean-exchange.js';
import type {AnswerLimits} from '../../source/client/limit-answers.js';
import {startExchange} from '../../source/client/message-exchange.js';
import {startWholeExchange} from '../../source/client/whole-exchange.js';
import {Trace} from '../../source/trace/trace.js';
import {serve} from '../helpers/capture-server.js';

const starts = {startExchange, startLeanExchange, startWholeExchange};
const opening =
	'event: message_start\ndata: {"type":"message_start","message":{"id":"m","type":"message","role":"assistant","model":"m","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":1,"output_tokens":1}}}\n\n';
const ping = 'event: ping\ndata: {"type":"ping"}\n\n';

/** Asks a server and returns how the exchange ended, once the server has seen its connection end. */
async function ask(
	start: keyof typeof starts,
	limits: Partial<AnswerLimits>,
	answer: (response: ServerResponse) => void,
) {
	let closed: Promise<unknown> = Promise.resolve();
	await using server = await serve(response => {
		closed = once(response, 'close');
		answer(response);
	});
	const client = new Anthropic({baseURL: server.url, apiKey: 'k', authToken: null, maxRetries: 0});
	const trace = new Trace();
	const exchange = starts[start]({
		client,
		fetch: globalThis.fetch,
		trace,
		lane: null,
		now: () => performance.now(),
		params: {model: 'm', max_tokens: 10, messages: [{role: 'user', content: 'hi'}]},
		limits,
	});
	try {
		for await (const _ of exchange) {
			// What comes is of no interest.
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}

	await closed;
	const end = trace.at(trace.length - 1);
	return end?.type === 'end' ? end : assert.fail('it has not ended');
}

const stream = (response: ServerResponse, text: string) => {
	response.writeHead(200, {'content-type': 'text/event-stream'});
	response.write(text);
};

for (const start of ['startExchange', 'startLeanExchange', 'startWholeExchange'] as const) {
	test(`an answer that falls silent after its headers is aborted (${start})`, async () => {
		const {outcome, error} = await ask(start, {silence: 200}, response =>
			start === 'startWholeExchange'
				? response.writeHead(200, {'content-type': 'application/json'}).write('{')
				: stream(response, opening),
		);
		assert.equal(outcome, 'failed');
		assert.deepEqual([error?.kind, error?.title], ['timeout', 'The answer stalled']);
		assert.equal(error?.detail, 'Nothing arrived for 0.2 s, not even a ping.');
	});

	test(`an answer of too many bytes is aborted (${start})`, async () => {
		const {outcome, error} = await ask(start, {bytes: 100_000}, response => {
			stream(response, start === 'startWholeExchange' ? ' ' : opening);
			const more = () => {
				if (response.writable) {
					response.write(start === 'startWholeExchange' ? ' '.repeat(1000) : ping, () => setImmediate(more));
				}
			};
			more();
		});
		assert.deepEqual([outcome, error?.kind], ['failed', 'too_long']);
		assert.equal(error?.detail, 'It has more than 100,000 bytes.');
	});
}

for (const start of ['startExchange', 'startLeanExchange'] as const) {
	test(`an answer of too many events is aborted (${start})`, async () => {
		const {outcome, error} = await ask(start, {events: 50}, response =>
			stream(response, opening + ping.repeat(100)),
		);
		assert.deepEqual(
			[outcome, error?.kind, error?.detail],
			['failed', 'too_long', 'It has more than 50 events.'],
		);
	});

	test(`pings count as life (${start})`, async () => {
		let count = 0;
		const {outcome, error} = await ask(start, {silence: 300}, response => {
			stream(response, opening);
			const timer = setInterval(() => {
				response.write(ping);
				if (++count === 10) {
					clearInterval(timer);
					response.end('event: message_stop\ndata: {"type":"message_stop"}\n\n');
				}
			}, 60);
		});
		assert.deepEqual([outcome, error, count], ['complete', null, 10]);
	});
}
