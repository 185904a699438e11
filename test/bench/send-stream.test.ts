import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {markersIn, markerText} from '../../bench/marker.js';
import {envelopeEvents, sendStream} from '../../bench/send-stream.js';
import type {StreamSent} from '../../bench/stream-plan.js';

test("the bench server's stream is one that the SDK accepts whole, at a rate or all at once", async t => {
	const sent: StreamSent[] = [];
	const server = createServer(async (_, response) => {
		const perSecond = sent.length === 0 ? null : 1000;
		sent.push(
			await sendStream(response, {deltas: 60, perSecond, delay: 0, holdEnd: false}, sent.length * 60),
		);
		response.end();
	}).listen(0, '127.0.0.1');
	t.after(() => server.close());
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	const client = new Anthropic({apiKey: 'bench', baseURL: `http://127.0.0.1:${port}`});
	for (const first of [0, 60]) {
		const message = await client.messages
			.stream({model: 'any', max_tokens: 100, messages: [{role: 'user', content: 'go'}]})
			.finalMessage();
		const text = message.content.map(block => (block.type === 'text' ? block.text : '')).join('');
		assert.deepEqual(
			text.split('\n').flatMap(markersIn),
			Array.from({length: 60}, (_, index) => first + index),
		);
		assert.equal(message.stop_reason, 'end_turn');
	}

	assert.deepEqual(
		sent.map(({firstMarker, sentAt, events}) => [firstMarker, sentAt.length, events]),
		[
			[0, 60, 60 + envelopeEvents],
			[60, 60, 60 + envelopeEvents],
		],
	);
});

test('every delta holds a word of its own and has the length of a usual one, paragraphs apart', () => {
	assert.equal(markerText(42), 'm00000042 ');
	assert.equal(markerText(49), 'm00000049.\n\n');
	assert.deepEqual(markersIn('│ m00000042 m00000043 │ 7 content_block_delta "m00000042 "'), [42, 43, 42]);
});
