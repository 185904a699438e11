import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import type {ApiSurface} from '../../source/messages/api-surface.js';
import type {JsonObject} from '../../source/wire/json.js';
import {writeStream} from '../helpers/capture-server.js';
import {answering, laneRows, readExchange} from '../helpers/read-exchange.js';
import {streamFixtures} from '../helpers/stream-fixtures.js';
import {
	blockDelta,
	blockStart,
	blockStop,
	end,
	json,
	message,
	messageStart,
	ping,
	type SampleEvent,
	text,
	textBlock,
	toolStart,
} from '../messages/conformance/sample-stream.js';

/** The events that the SDK's streams fire: `MessageStreamEvents` in its lib/MessageStream.ts and lib/BetaMessageStream.ts. */
const helpers = [
	...['connect', 'streamEvent', 'text', 'citation', 'inputJson', 'thinking', 'signature', 'compaction'],
	...['message', 'contentBlock', 'finalMessage', 'error', 'abort', 'end'],
];

const thinking = (delta: JsonObject) => blockDelta(0, delta);

/** The names of everything that the SDK's own stream fires over a body, in order. */
async function firedBySdk(body: string, surface: ApiSurface): Promise<readonly string[]> {
	const fetch = async () => new Response(body, {headers: {'content-type': 'text/event-stream'}});
	const client = new Anthropic({apiKey: 'test', maxRetries: 0, logLevel: 'off', fetch});
	const params = {model: 'm', max_tokens: 9, messages: [{role: 'user' as const, content: 'hi'}]};
	const stream: {on(name: string, listener: () => void): unknown; done(): Promise<void>} =
		surface === 'beta' ? client.beta.messages.stream(params) : client.messages.stream(params);
	const fired: string[] = [];
	for (const name of helpers) {
		stream.on(name, () => fired.push(name));
	}

	// What it fails with is in the list.
	await stream.done().catch(() => {});
	return fired;
}

describe('the SDK lane of an exchange', () => {
	for (const {name, body} of streamFixtures) {
		for (const surface of ['stable', 'beta'] as const) {
			it(`has the helpers that the SDK's ${surface} stream fires over ${name}, in their order`, async () => {
				const {trace, lane} = await readExchange({answer: response => writeStream(response, body), surface});
				const fired = trace.events.flatMap((_, position) => lane.at(position).helpers);
				assert.deepEqual(fired, await firedBySdk(body, surface));
			});
		}
	}

	it('has the verdict and the helpers of every event', async () => {
		const citation = {type: 'page_location', cited_text: 'a', document_index: 0};
		const reading = await readExchange({
			answer: answering(
				messageStart(),
				blockStart(0, {type: 'thinking', thinking: '', signature: ''}),
				ping,
				thinking({type: 'thinking_delta', thinking: 'Hm'}),
				thinking({type: 'signature_delta', signature: 'Eq'}),
				blockStop(0),
				blockStart(1),
				text(1, 'Cats'),
				blockDelta(1, {type: 'citations_delta', citation}),
				blockDelta(1, {type: 'new_delta', text: 'x'}),
				blockStop(1),
				...end,
			),
		});
		assert.deepEqual(laneRows(reading), [
			'request –',
			'response – connect',
			'message_start yielded streamEvent',
			'content_block_start yielded streamEvent',
			'ping dropped',
			'content_block_delta yielded streamEvent thinking',
			'content_block_delta yielded streamEvent signature',
			'content_block_stop yielded streamEvent contentBlock',
			'content_block_start yielded streamEvent',
			'content_block_delta yielded streamEvent text',
			'content_block_delta yielded streamEvent citation',
			'content_block_delta yielded streamEvent',
			'content_block_stop yielded streamEvent contentBlock',
			'message_delta yielded streamEvent',
			'message_stop yielded streamEvent message',
			'end – finalMessage end',
		]);
	});

	it('has inputJson at each piece of a tool’s input, and at none for a block that is no tool', async () => {
		const rowsOf = async (start: SampleEvent, surface?: ApiSurface) =>
			laneRows(
				await readExchange({
					...(surface && {surface}),
					answer: answering(...message(...textBlock(0), start, json(1, ''), json(1, '{}'), blockStop(1))),
				}),
			).filter(row => row.startsWith('content_block_delta'));
		const withInput = [
			'content_block_delta yielded streamEvent text',
			'content_block_delta yielded streamEvent inputJson',
			'content_block_delta yielded streamEvent inputJson',
		];
		assert.deepEqual(await rowsOf(toolStart(1), 'stable'), withInput);
		assert.deepEqual(await rowsOf(toolStart(1, {}, 'server_tool_use'), 'stable'), withInput);
		assert.deepEqual(await rowsOf(toolStart(1, {}, 'mcp_tool_use'), 'beta'), withInput);
		const withoutInput = withInput.map(row => row.replace(' inputJson', ''));
		assert.deepEqual(await rowsOf(blockStart(1, {type: 'new_block'}), 'stable'), withoutInput);
		// Only the beta helper follows the input of this one.
		assert.deepEqual(await rowsOf(toolStart(1, {}, 'mcp_tool_use'), 'stable'), withoutInput);
		assert.deepEqual(await rowsOf(toolStart(1, {}, 'mcp_tool_use')), withoutInput);
	});

	it('has inputJson only at JSON: a text for a tool is none', async () => {
		const rows = laneRows(
			await readExchange({
				answer: answering(...message(toolStart(0), text(0, 'oops'), json(0, '{}'), blockStop(0))),
			}),
		);
		assert.deepEqual(
			rows.filter(row => row.startsWith('content_block_delta')),
			['content_block_delta yielded streamEvent', 'content_block_delta yielded streamEvent inputJson'],
		);
	});

	it('has an event pending until the loop gets it, and drops at once what the SDK drops', async () => {
		const verdicts: string[] = [];
		await readExchange({
			answer: answering(...message(ping, ...textBlock(0))),
			arrived: ({type}, {verdict}) => type === 'sse' && verdicts.push(verdict),
		});
		assert.deepEqual(verdicts, [
			...['pending', 'dropped', 'pending', 'pending', 'pending', 'pending', 'pending'],
		]);
	});

	it('drops what has no name or no data, and goes on to the next event', async () => {
		const start = messageStart();
		const rows = laneRows(
			await readExchange({
				answer: answering(
					{event: null, data: JSON.stringify(start)},
					start,
					{event: 'ping', data: ''},
					{event: 'content_block_start', data: ''},
					...textBlock(0),
					...end,
				),
			}),
		);
		assert.deepEqual(rows.slice(2), [
			'(no name) dropped',
			'message_start yielded streamEvent',
			'ping dropped',
			'content_block_start dropped',
			'content_block_start yielded streamEvent',
			'content_block_delta yielded streamEvent text',
			'content_block_stop yielded streamEvent contentBlock',
			'message_delta yielded streamEvent',
			'message_stop yielded streamEvent message',
			'end – finalMessage end',
		]);
	});
});
