import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
	blockDelta,
	blockStart,
	blockStop,
	check,
	json,
	messageStart,
	messageStop,
	text,
	toolStart,
} from './sample-stream.js';

describe('the message of a finding', () => {
	it('says what arrived, and where', () => {
		const findings = check([
			messageStart({id: 'chatcmpl-1', usage: {input_tokens: 9, output_tokens: 7}}),
			blockStart(0, {type: 'thinking'}),
			blockDelta(0, {type: 'text_delta', text: 'Hm'}),
			blockStop(0),
			text(0, 'late'),
			toolStart(2),
			json(2, 'city": "Bonn"}'),
			blockStop(2),
			{type: 'message_delta', delta: {stop_reason: 'stop'}, usage: {output_tokens: 2, provider: 'x'}},
			{event: 'message', data: JSON.stringify(messageStop)},
			{event: 'data', data: '[DONE]'},
		]);

		assert.deepEqual(
			findings.map(({message}) => message),
			[
				'the id "chatcmpl-1" of the message does not begin with msg_',
				'content_block_start: content_block.thinking is not a string',
				'text_delta for block 0, which is of type thinking',
				'text_delta for block 0, which is closed',
				'the block has index 2, but the next index is 1',
				'message_delta.usage has the unknown field "provider"',
				'the stop reason "stop" is unknown',
				'the JSON of block 2 does not parse: "city\\": \\"Bonn\\"}" (stopped by "stop")',
				'the thinking in block 0 has no signature',
				'block 2 calls a tool, but the stop reason is "stop"',
				'the output tokens fall from 7 to 2',
				'event "message", but data.type is "message_stop"',
				'[DONE] under the event name "data"',
			],
		);
	});

	it('is short and on one line for any stream', () => {
		const hostile = `\u001B]0;owned\u0007\r\n${'x'.repeat(100_000)}`;
		const findings = check([
			{event: hostile, data: hostile},
			messageStart({id: hostile}),
			blockStart(0, {type: hostile}),
			blockDelta(0, {type: hostile}),
			blockDelta(9, {type: hostile}),
			{type: 'ping', [hostile]: 1},
			{type: 'message_delta', delta: {stop_reason: hostile}, usage: {output_tokens: 1}},
		]);

		assert.ok(findings.length >= 6);
		for (const {message} of findings) {
			assert.match(message, /^[\u0020-\u007E…]{1,200}$/);
		}
	});
});
