import assert from 'node:assert/strict';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {startExchange} from '../../source/client/message-exchange.js';
import {messageOf} from '../../source/protocol/message-snapshot.js';
import {parseSse} from '../../source/protocol/parse-sse.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import {SdkLane} from '../../source/trace/sdk-lane.js';
import {Trace} from '../../source/trace/trace.js';
import type {SseTraceEvent} from '../../source/trace/trace-event.js';
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
		const thrownAt = trace.events.findIndex((_, position) => lane.at(position).verdict === 'thrown');
		if (thrownAt === -1) {
			assert.deepEqual(arrived, wanted);
		} else {
			// The SDK closes the connection when it throws: what had arrived is there, the thrown event among it.
			const whole = arrived.slice(0, sseOf(trace).findLastIndex(({unterminated}) => !unterminated) + 1);
			assert.deepEqual(whole, wanted.slice(0, whole.length));
		}

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
