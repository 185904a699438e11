import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {contentDelta, isContent} from '../../source/messages/content-delta.js';
import type {JsonObject} from '../../source/wire/json.js';

const delta = (inner: JsonObject, index = 2): JsonObject => ({
	type: 'content_block_delta',
	index,
	delta: inner,
});

const kinds: ReadonlyArray<readonly [inner: JsonObject, kind: string, length: number, isContent: boolean]> = [
	[{type: 'text_delta', text: 'Hi 👋'}, 'text', 5, true],
	[{type: 'text_delta', text: ''}, 'text', 0, false],
	[{type: 'thinking_delta', thinking: 'Hmm'}, 'thinking', 3, true],
	[{type: 'input_json_delta', partial_json: '{"a'}, 'json', 3, true],
	[{type: 'input_json_delta', partial_json: ''}, 'json', 0, false],
	[{type: 'signature_delta', signature: 'EqQB'}, 'signature', 4, false],
	[{type: 'citations_delta', citation: {type: 'page_location'}}, 'citation', 0, false],
	[{type: 'mood_delta', mood: 'curious'}, 'other', 0, false],
	[{type: 'text_delta'}, 'text', 0, false],
	[{type: 'text_delta', text: 5}, 'text', 0, false],
	[{}, 'other', 0, false],
];

for (const [inner, kind, length, counts] of kinds) {
	test(`${JSON.stringify(inner)} brings ${length} units of ${kind}${counts ? '' : ', which no clock counts'}`, () => {
		const found = contentDelta(delta(inner));
		assert.deepEqual(found, {kind, index: 2, length});
		assert.equal(found && isContent(found), counts);
	});
}

test('a delta without an index belongs to block −1', () => {
	assert.equal(
		contentDelta({type: 'content_block_delta', delta: {type: 'text_delta', text: 'a'}})?.index,
		-1,
	);
});

test('every other event is no delta', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.jsonValue()), payload => {
			assert.equal(contentDelta({...payload, type: 'content_block_start'} as JsonObject), null);
		}),
	);
});
