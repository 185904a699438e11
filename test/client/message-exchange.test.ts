import assert from 'node:assert/strict';
import type {ServerResponse} from 'node:http';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {startExchange} from '../../source/client/message-exchange.js';
import {startWholeExchange} from '../../source/client/whole-exchange.js';
import {messageOf} from '../../source/messages/message-snapshot.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import {SdkLane} from '../../source/trace/sdk-lane.js';
import {Trace} from '../../source/trace/trace.js';
import type {SseTraceEvent} from '../../source/trace/trace-event.js';
import {parseSse} from '../../source/wire/parse-sse.js';
import {serve, writeStream} from '../helpers/capture-server.js';
import {captures} from '../helpers/captures.js';
import {sdkMessage} from '../helpers/sdk-message.js';

async function exchangeWith(url: string) {
	const trace = new Trace();
	const lane = new SdkLane();
	const client = new Anthropic({baseURL: url, apiKey: 'test-key', maxRetries: 0, logLevel: 'off'});
	const start = performance.now();
	const exchange = startExchange({
		client,
		fetch: globalThis.fetch,
		trace,
		lane,
		now: () => performance.now() - start,
		params: {model: 'm', max_tokens: 10, messages: [{role: 'user', content: 'hi'}]},
	});
	const yielded: unknown[] = [];
	try {
		for await (const event of exchange) {
			yielded.push(event.type);
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}

	return {trace, lane, yielded};
}

function sseOf(trace: Trace): readonly SseTraceEvent[] {
	return trace.events.filter(event => event.type === 'sse');
}

for (const {name, body} of captures) {
	test(`shows every event of ${name} in order and ends as the SDK says`, async () => {
		await using server = await serve(response => writeStream(response, body, 97));
		const {trace, lane, yielded} = await exchangeWith(server.url);

		const {message, error} = await sdkMessage(body, 'stable');
		const wanted = parseSse(body).map(({event, data}) => [event, data]);
		const arrived = sseOf(trace).map(({event, data}) => [event, data]);
		assert.deepEqual(arrived, wanted);

		const view = lastItem(trace.view.exchanges);
		assert.equal(view?.phase, error ? 'failed' : 'complete');
		assert.deepEqual(view?.end?.message, message ?? null);

		const verdicts = trace.events.map((_, position) => lane.at(position).verdict);
		assert.equal(verdicts.filter(verdict => verdict === 'yielded').length, yielded.length);
		assert.ok(!verdicts.includes('pending'));
		if (message && !/"(compaction|fallback|mcp_tool_use)"/.test(body)) {
			assert.deepEqual(view?.message && JSON.parse(JSON.stringify(messageOf(view.message))), message);
		}
	});
}

const key = 'sk-ant-test-do-not-show-1234567890';
const echo = {type: 'error', error: {type: 'invalid_request_error', message: `Bad header: Bearer ${key}`}};

for (const {name, start, answer} of [
	{name: 'a refusal of a stream', start: startExchange, answer: refuse},
	{name: 'a refusal of a whole answer', start: startWholeExchange, answer: refuse},
	{
		name: 'an error in a stream',
		start: startExchange,
		answer: (response: ServerResponse) =>
			writeStream(response, `event: error\ndata: ${JSON.stringify(echo)}\n\n`),
	},
]) {
	test(`a credential that ${name} sends back is neither shown nor kept`, async () => {
		await using server = await serve(answer);
		const trace = new Trace();
		// The SDK finds it by itself: it stands in the request alone.
		const client = new Anthropic({
			baseURL: server.url,
			apiKey: null,
			authToken: null,
			credentials: async () => ({token: key, expiresAt: null}),
			maxRetries: 0,
			logLevel: 'off',
		});
		const exchange = start({
			client,
			fetch: globalThis.fetch,
			trace,
			lane: null,
			now: () => 0,
			params: {model: 'm', max_tokens: 10, messages: [{role: 'user', content: 'hi'}]},
		});
		let described: unknown;
		try {
			for await (const _ of exchange) {
			}

			await exchange.finalMessage();
		} catch (error) {
			described = exchange.fail(error);
		}

		assert.match(JSON.stringify(described), /Bad header: Bearer …/);
		assert.match(JSON.stringify(trace.events), /Bad header: Bearer …/);
		assert.ok(!JSON.stringify([described, trace.events]).includes('do-not-show'));
	});
}

function refuse(response: ServerResponse): void {
	response.writeHead(400, {'content-type': 'application/json'});
	response.end(JSON.stringify(echo));
}
