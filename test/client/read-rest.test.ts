import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import type {Fetch} from '../../source/client/fetch.js';
import {startLeanExchange} from '../../source/client/lean-exchange.js';
import {startExchange} from '../../source/client/message-exchange.js';
import {readRest} from '../../source/client/read-rest.js';
import {tapBytes} from '../../source/client/tap-bytes.js';
import {Trace} from '../../source/trace/trace.js';
import {parseSse} from '../../source/wire/parse-sse.js';
import {serve, writeStream} from '../helpers/capture-server.js';
import {casePath} from '../helpers/stream-cases.js';

const malformed = readFileSync(casePath('malformed-in-the-middle.sse'), 'utf8');

const exchangeOver = (url: string, start: typeof startExchange | typeof startLeanExchange, fetch: Fetch) => {
	const trace = new Trace();
	const client = new Anthropic({baseURL: url, apiKey: 'k', maxRetries: 0, logLevel: 'off'});
	const params = {model: 'm', max_tokens: 9, messages: [{role: 'user' as const, content: 'hi'}]};
	return {trace, exchange: start({client, fetch, trace, lane: null, now: () => 0, params})};
};

const run = async ({trace, exchange}: ReturnType<typeof exchangeOver>) => {
	try {
		for await (const _ of exchange) {
			// The trace gets the events.
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}

	return trace.events;
};

for (const [name, start] of [
	['an exchange', startExchange],
	['a lean exchange', startLeanExchange],
] as const) {
	for (const size of [1, 61, 400, 100_000]) {
		test(`${name} holds the whole stream after the SDK has thrown, in reads of ${size} bytes`, async () => {
			await using server = await serve(response => writeStream(response, malformed, size));
			let bytes = '';
			const fetch = tapBytes(globalThis.fetch, async piece => {
				bytes += Buffer.from(piece).toString('latin1');
			});
			const events = await run(exchangeOver(server.url, start, fetch));

			assert.equal(bytes, malformed);
			assert.deepEqual(
				events.filter(event => event.type === 'sse').map(({event, data}) => [event, data]),
				parseSse(malformed).map(({event, data}) => [event, data]),
			);
			const end = events.at(-1);
			assert.ok(end?.type === 'end');
			assert.deepEqual([end.outcome, end.error?.kind], ['failed', 'malformed']);
		});
	}
}

test('an interruption ends the reading of the rest at once', async () => {
	await using server = await serve((response: ServerResponse) => {
		response.writeHead(200, {'content-type': 'text/event-stream'});
		response.write(`${malformed.slice(0, malformed.indexOf('"text":"h"'))}`);
	});
	const running = exchangeOver(server.url, startExchange, globalThis.fetch);
	const {promise: hasRest, resolve} = Promise.withResolvers<void>();
	running.trace.subscribe(() => {
		if (running.trace.events.some(event => event.type === 'sse' && event.data.includes('"text":"g"'))) {
			resolve();
		}
	});
	const ended = run(running);
	await hasRest;
	running.exchange.abort();
	assert.equal((await ended).at(-1)?.type, 'end');
});

test('the rest is read until its limits, and then no more', async () => {
	const read = async (values: readonly number[], isOver: boolean) => {
		const got: number[] = [];
		const queue = [...values];
		const next = () => {
			const value = queue.shift();
			return value === undefined ? new Promise<never>(() => {}) : Promise.resolve({done: false, value});
		};
		await readRest<number>(next, value => got.push(value), {
			limits: {total: 60_000, silence: 20},
			isOver: () => isOver,
			signal: null,
		});
		return got;
	};
	assert.deepEqual(await read([1, 2, 3], false), [1, 2, 3]);
	assert.deepEqual(await read([1], true), [1]);

	const endless: number[] = [];
	await readRest<number>(
		() => new Promise(resolve => setImmediate(resolve, {done: false, value: 1})),
		value => endless.push(value),
		{limits: {total: 30, silence: 20}, isOver: () => false, signal: null},
	);
	assert.ok(endless.length > 0);
});

test('a rest that cannot be read is no error', async () => {
	await readRest(
		() => Promise.reject(new TypeError('terminated')),
		() => assert.fail('there is nothing'),
		{limits: {total: 1000, silence: 1000}, isOver: () => false, signal: null},
	);
});
