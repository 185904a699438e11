import assert from 'node:assert/strict';
import {once} from 'node:events';
import type {ServerResponse} from 'node:http';
import {test} from 'node:test';
import {serve} from '../helpers/capture-server.js';
import {startProgram} from '../helpers/run-program.js';

const event = (payload: {readonly type: string; readonly [field: string]: unknown}) =>
	`event: ${payload.type}\ndata: ${JSON.stringify(payload)}\n\n`;

const opening = [
	event({
		type: 'message_start',
		message: {
			id: 'msg_1',
			type: 'message',
			role: 'assistant',
			model: 'm',
			content: [],
			stop_reason: null,
			stop_sequence: null,
			usage: {input_tokens: 1, output_tokens: 1},
		},
	}),
	event({type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}}),
].join('');
const closing = [
	event({type: 'content_block_stop', index: 0}),
	event({type: 'message_delta', delta: {stop_reason: 'end_turn'}, usage: {output_tokens: 9}}),
	event({type: 'message_stop'}),
].join('');

/** More than the program may keep in all. */
const streamLength = 48 * 1024 * 1024;
const heapLimit = '--max-old-space-size=40';

/** Events of seven kilobytes: with more of them, the test would measure how fast they are read. */
const kinds = {
	text: event({
		type: 'content_block_delta',
		index: 0,
		delta: {type: 'text_delta', text: 'All work and no play. '.repeat(320)},
	}),
	comments: `: ${'keep alive '.repeat(640)}\n\n`,
	'comments without blank lines': `: ${'keep alive '.repeat(640)}\n`,
	pings: event({type: 'ping', padding: 'x'.repeat(7200)}),
};

async function answer(response: ServerResponse, piece: string): Promise<void> {
	response.writeHead(200, {'content-type': 'text/event-stream'});
	response.write(opening);
	const closed = once(response, 'close');
	const read = piece.repeat(8);
	for (let sent = 0; sent < streamLength && response.writable; sent += read.length) {
		if (!response.write(read)) {
			await Promise.race([new Promise(resolve => response.once('drain', resolve)), closed]);
		}
	}

	response.end(closing);
}

for (const [kind, piece] of Object.entries(kinds)) {
	// The bytes go the same way, whatever they are.
	for (const flags of kind === 'text' ? [[], ['--raw']] : [[]]) {
		test(`an answer of ${kind} that is larger than the memory goes through ask ${flags.join(' ')}`, async () => {
			await using api = await serve(response => void answer(response, piece));
			const child = startProgram(['ask', ...flags, '--base-url', api.url, 'Hi'], {
				env: {ANTHROPIC_API_KEY: 'sk-ant-test', NODE_OPTIONS: heapLimit},
			});
			let printed = 0;
			child.stdout.on('data', (bytes: Uint8Array) => {
				printed += bytes.length;
			});
			let said = '';
			child.stderr.on('data', text => {
				said = (said + text).slice(-2000);
			});
			const [code] = await once(child, 'close');
			assert.equal(code, 0, said);
			// A slow machine takes so long over the pings that they are mentioned.
			assert.match(said, /^(?:Only pings for 15 s\. .*\n)?m · end_turn .*\n$/);
			if (kind === 'text') {
				assert.ok(printed > streamLength * 0.8, String(printed));
			} else {
				assert.equal(printed, 0);
			}
		});
	}
}
