import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accumulateMessage} from '../../source/messages/accumulate-message.js';
import {decodePayload} from '../../source/messages/decode.js';
import type {MessageSnapshot} from '../../source/messages/message-snapshot.js';
import {blockText} from '../../source/page/block-text.js';
import type {JsonObject} from '../../source/wire/json.js';

/** A block with the given start and deltas. */
const shown = (start: JsonObject, ...deltas: readonly JsonObject[]) => {
	let message: MessageSnapshot | null = null;
	const payloads: readonly JsonObject[] = [
		{type: 'message_start', message: {content: []}},
		{type: 'content_block_start', index: 0, content_block: start},
		...deltas.map(delta => ({type: 'content_block_delta', index: 0, delta})),
	];
	for (const payload of payloads) {
		message = accumulateMessage(message, decodePayload(payload), 'beta');
	}

	const [block] = message?.blocks ?? [];
	assert.ok(block !== undefined);
	return blockText(block);
};

test('text has no heading, and the sources of a statement follow it', () => {
	assert.deepEqual(
		shown(
			{type: 'text', text: ''},
			{type: 'text_delta', text: 'Blue'},
			{type: 'citations_delta', citation: {title: 'Macaws', url: 'https://a.test/'}},
			{type: 'citations_delta', citation: {document_title: 'Birds'}},
			{type: 'text_delta', text: ', mostly.'},
		),
		{form: 'text', heading: '', text: 'Blue, mostly.', sources: ' [Macaws, https://a.test/]  [Birds] '},
	);
});

test('a tool call shows its JSON so far, or its initial input', () => {
	const call = (input: JsonObject) => ({type: 'server_tool_use', name: 'web_search', input});
	assert.deepEqual(shown(call({}), {type: 'input_json_delta', partial_json: '{"q": "o'}), {
		form: 'call',
		heading: 'server_tool_use · web_search',
		text: '{"q": "o',
		sources: '',
	});
	assert.equal(shown(call({})).text, '');
	assert.equal(shown(call({q: 1})).text, '{\n  "q": 1\n}');
});

test('every other block shows its content, or all its fields if it has none', () => {
	const found = {type: 'web_search_tool_result', content: [{type: 'web_search_result', title: 'A'}]};
	assert.deepEqual(shown(found), {
		form: 'result',
		heading: 'web_search_tool_result',
		text: JSON.stringify(found.content, null, 2),
		sources: '',
	});
	assert.deepEqual(
		shown({type: 'compaction', content: null}, {type: 'compaction_delta', content: 'A summary.'}),
		{form: 'plain', heading: 'compaction', text: 'A summary.', sources: ''},
	);
	const unheard = {type: '__proto__', valueOf: 1};
	assert.deepEqual(shown(unheard), {
		form: 'unknown',
		heading: '__proto__',
		text: JSON.stringify(unheard, null, 2),
		sources: '',
	});
	assert.equal(
		shown({type: 'thinking', thinking: ''}, {type: 'thinking_delta', thinking: 'Hm.'}).text,
		'Hm.',
	);
});
