import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {decode, decodePayload} from '../../source/messages/decode.js';
import {isContent} from '../../source/messages/vocabulary/piece.js';
import type {JsonObject} from '../../source/wire/json.js';

const delta = (inner: JsonObject, index = 2): JsonObject => ({
	type: 'content_block_delta',
	index,
	delta: inner,
});

const pieces: ReadonlyArray<readonly [inner: JsonObject, kind: string, length: number, isContent: boolean]> =
	[
		[{type: 'text_delta', text: 'Hi 👋'}, 'text', 5, true],
		[{type: 'text_delta', text: ''}, 'text', 0, false],
		[{type: 'thinking_delta', thinking: 'Hmm'}, 'thinking', 3, true],
		[{type: 'input_json_delta', partial_json: '{"a'}, 'json', 3, true],
		[{type: 'input_json_delta', partial_json: ''}, 'json', 0, false],
		[{type: 'compaction_delta', content: 'Cats.', encrypted_content: 'EqQB'}, 'summary', 5, true],
		[{type: 'signature_delta', signature: 'EqQB'}, 'signature', 4, false],
		[{type: 'citations_delta', citation: {type: 'page_location'}}, 'citation', 0, false],
		[{type: 'mood_delta', mood: 'curious'}, 'other', 0, false],
		[{type: 'constructor', text: 'a'}, 'other', 0, false],
		[{type: '__proto__', text: 'a'}, 'other', 0, false],
		[{type: 'text_delta'}, 'text', 0, false],
		[{type: 'text_delta', text: 5}, 'text', 0, false],
		[{}, 'other', 0, false],
	];

for (const [inner, kind, length, counts] of pieces) {
	test(`${JSON.stringify(inner)} brings ${length} units of ${kind}${counts ? '' : ', which no clock counts'}`, () => {
		const {piece, index} = decodePayload(delta(inner));
		assert.deepEqual([piece?.kind, piece?.text.length, index], [kind, length, 2]);
		assert.equal(isContent(piece), counts);
	});
}

const starts: ReadonlyArray<readonly [block: JsonObject, text: string, isContent: boolean]> = [
	[{type: 'text', text: 'Cats'}, 'Cats', true],
	[{type: 'text', text: ''}, '', false],
	[{type: 'thinking', thinking: 'Hm', signature: 'EqQB'}, 'Hm', true],
	[{type: 'compaction', content: 'Cats so far'}, 'Cats so far', true],
	[{type: 'compaction', content: null}, '', false],
	[{type: 'tool_use', id: 'toolu_1', name: 'cats', input: {}}, '', false],
	[{type: 'web_search_tool_result', content: []}, '', false],
	[{type: 'hologram', text: 'Cats'}, 'Cats', true],
];

for (const [block, text, counts] of starts) {
	test(`the start of ${JSON.stringify(block)} brings ${text === '' ? 'nothing to read' : `“${text}”`}`, () => {
		const {piece} = decodePayload({type: 'content_block_start', index: 0, content_block: block});
		assert.equal(piece?.text, text);
		assert.equal(isContent(piece), counts);
	});
}

test('only a whole number from 0 is an index', () => {
	for (const index of [-1, 1.5, 1e308, '0', null, [], {}] as const) {
		assert.equal(decodePayload({...delta({type: 'text_delta', text: 'a'}), index}).index, null);
	}

	assert.equal(decodePayload({type: 'content_block_delta', delta: {}}).index, null);
});

test('every other event adds nothing to a block', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), payload => {
			assert.equal(decodePayload({...payload, type: 'content_block_stop'} as JsonObject).piece, null);
		}),
	);
});

const kinds: ReadonlyArray<readonly [event: string | null, data: string, kind: string]> = [
	['message_stop', '{"type":"message_stop"}', 'message_stop'],
	['message', '{"type":"message_stop"}', 'message_stop'],
	[null, '{"type":"message_stop"}', 'message_stop'],
	['message_stop', '{}', 'message_stop'],
	['ping', '{"type":"message_stop"}', 'ping'],
	['ping', '', 'ping'],
	['error', 'Bad gateway', 'error'],
	[null, '{"type":"error","error":{}}', 'error'],
	['novelty', '{"type":"novelty"}', 'unknown'],
	['__proto__', '{"type":"__proto__"}', 'unknown'],
	['constructor', '{}', 'unknown'],
	[null, '{}', 'unknown'],
	['message_stop', '', 'empty'],
	[null, ' ', 'empty'],
	['data', '[DONE]', 'done'],
	['message_stop', '{"type":', 'not-json'],
	['message_stop', '[1]', 'not-object'],
	['message_stop', 'null', 'not-object'],
];

for (const [event, data, kind] of kinds) {
	test(`${event === null ? 'data alone' : `event ${event}`} with ${data === '' ? 'nothing' : data} is ${kind}`, () => {
		assert.equal(decode({event, data}).kind, kind);
	});
}

test('an event is read once, and reading it again returns the same object', () => {
	const event = {event: 'message_stop', data: '{"type":"message_stop"}'};
	const first = decode(event);
	assert.equal(decode(event), first);
	assert.notEqual(decode({...event}), first);
});

test('any event is read without throwing', () => {
	const data = fc.oneof(fc.string(), fc.json(), fc.constant(`${'['.repeat(100_000)}`));
	fc.assert(
		fc.property(fc.option(fc.string()), data, (event, text) => {
			assert.equal(typeof decode({event, data: text}).kind, 'string');
		}),
	);
});
