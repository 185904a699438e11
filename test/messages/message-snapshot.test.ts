import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accumulateMessage} from '../../source/messages/accumulate-message.js';
import {decodePayload} from '../../source/messages/decode.js';
import {blockOf, type MessageSnapshot, messageOf, toolInput} from '../../source/messages/message-snapshot.js';
import {textOf} from '../../source/messages/text-of.js';
import type {JsonObject} from '../../source/wire/json.js';

/** A message whose only block has this start and these deltas. */
const withBlock = (start: JsonObject, ...deltas: readonly JsonObject[]): MessageSnapshot => {
	const events: readonly JsonObject[] = [
		{type: 'message_start', message: {id: 'msg_1', role: 'assistant', content: []}},
		{type: 'content_block_start', index: 0, content_block: start},
		...deltas.map(delta => ({type: 'content_block_delta', index: 0, delta})),
	];
	let snapshot: MessageSnapshot | null = null;
	for (const event of events) {
		snapshot = accumulateMessage(snapshot, decodePayload(event), 'beta');
	}

	assert.ok(snapshot);
	return snapshot;
};

const only = ({blocks: [block]}: MessageSnapshot) => {
	assert.ok(block);
	return block;
};

test('a block consists of its start and what its deltas added', () => {
	const text = withBlock(
		{type: 'text', text: 'He', citations: [{n: 1}], future: true},
		{type: 'text_delta', text: 'llo'},
		{type: 'citations_delta', citation: {n: 2}},
	);
	assert.deepEqual(messageOf(text), {
		id: 'msg_1',
		role: 'assistant',
		content: [{type: 'text', text: 'Hello', citations: [{n: 1}, {n: 2}], future: true}],
	});
});

test('thinking keeps its text and its signature separate', () => {
	const thinking = withBlock(
		{type: 'thinking', thinking: '', signature: ''},
		{type: 'thinking_delta', thinking: 'Hmm'},
		{type: 'signature_delta', signature: 'abc'},
	);
	assert.deepEqual(blockOf(only(thinking)), {type: 'thinking', thinking: 'Hmm', signature: 'abc'});
});

test('tool input is its JSON so far, or without a delta, what the start held', () => {
	const json = (text: string) => ({type: 'input_json_delta', partial_json: text});
	const start = {type: 'tool_use', id: 'toolu_1', name: 'find', input: {}};
	assert.deepEqual(toolInput(only(withBlock(start))), {});
	assert.deepEqual(toolInput(only(withBlock({...start, input: {whole: 1}}))), {whole: 1});
	assert.deepEqual(toolInput(only(withBlock(start, json('')))), {});
	assert.deepEqual(toolInput(only(withBlock(start, json(''), json('{"a":1,"b":"c'), json('d"')))), {
		a: 1,
		b: 'cd',
	});
	assert.deepEqual(toolInput(only(withBlock(start, json('}')))), {});
});

test('deltas for another kind of block do not change it', () => {
	const start = {type: 'text', text: 'a'};
	const block = only(
		withBlock(start, {type: 'thinking_delta', thinking: 'x'}, {type: 'input_json_delta', partial_json: '{'}),
	);
	assert.deepEqual(blockOf(block), start);
});

test('a block without a type, or of an unknown one, is kept unchanged', () => {
	assert.deepEqual(blockOf(only(withBlock({note: 1}))), {note: 1});
	assert.equal(only(withBlock({note: 1})).type, 'unknown');
	assert.deepEqual(blockOf(only(withBlock({type: 'hologram', frames: 3}))), {type: 'hologram', frames: 3});
});

test('the text of content is that of its text blocks, or the string itself', () => {
	assert.equal(textOf('plain'), 'plain');
	assert.equal(
		textOf([{type: 'text', text: 'a'}, {type: 'image'}, null, 'x', {type: 'text', text: 'b'}]),
		'a\nb',
	);
	assert.equal(textOf(undefined), '');
	assert.equal(textOf({text: 'a'}), '');
});
