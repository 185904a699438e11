import assert from 'node:assert/strict';
import {test} from 'node:test';
import {type MessageSnapshot, openBlock} from '../../source/messages/message-snapshot.js';
import {servingModel} from '../../source/messages/serving-model.js';
import {enterUsage} from '../../source/messages/usage-ledger.js';

const message = (...blocks: ReadonlyArray<Parameters<typeof openBlock>[0]>): MessageSnapshot => ({
	fields: {model: 'claude-opus-5-5'},
	blocks: blocks.map(block => openBlock(block)),
});

const usageOf = (...iterations: ReadonlyArray<{type: string; model: string}>) =>
	enterUsage([], {iterations}, 'message_delta', 3);

test('without a fallback the model of message_start answers', () => {
	assert.deepEqual(servingModel(message(), []), {model: 'claude-opus-5-5', insteadOf: null});
	assert.deepEqual(servingModel(null, []), {model: '', insteadOf: null});
});

test('after one or more fallback blocks the last model answers instead of the first', () => {
	const hop = (from: string, to: string) => ({type: 'fallback', from: {model: from}, to: {model: to}});
	assert.deepEqual(servingModel(message(hop('a', 'b'), hop('b', 'c')), []), {model: 'c', insteadOf: 'a'});
	assert.deepEqual(servingModel(message({type: 'fallback'}), []), {
		model: 'claude-opus-5-5',
		insteadOf: null,
	});
});

test('a fallback without a block is found in the iterations', () => {
	const usage = usageOf({type: 'fallback_message', model: 'claude-sonnet-5-5'});
	assert.deepEqual(servingModel(message(), usage), {
		model: 'claude-sonnet-5-5',
		insteadOf: 'claude-opus-5-5',
	});
	const own = usageOf({type: 'message', model: 'claude-opus-5-5'});
	assert.deepEqual(servingModel(message(), own), {model: 'claude-opus-5-5', insteadOf: null});
});
