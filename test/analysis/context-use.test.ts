import assert from 'node:assert/strict';
import {test} from 'node:test';
import {contextShare, contextUse, contextWords} from '../../source/analysis/context-use.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import type {JsonObject} from '../../source/wire/json.js';
import {tracedStream} from '../helpers/traced-stream.js';
import {messageDelta, messageStart} from '../messages/conformance/sample-stream.js';

const words = (usage: JsonObject, model = 'claude-haiku-4-5') => {
	const start = JSON.parse(JSON.stringify(messageStart()).replace('claude-haiku-5-5', model));
	const view = lastItem(foldTrace(tracedStream([start, messageDelta('end_turn', {usage})])).exchanges);
	assert.ok(view);
	const use = contextUse(view);
	return use === null ? null : contextWords(use);
};

test('the context holds the prompt, cached or not, and the answer', () => {
	const usage = {input_tokens: 400, cache_read_input_tokens: 14_000, output_tokens: 1000};
	assert.equal(words(usage), '15,400 of 200,000 tokens (7.7 %)');
	assert.equal(words(usage, 'a-model-of-tomorrow'), null);
});

test('of a loop of server tools the last message counts, not the sum and not a compaction', () => {
	const iterations = [
		{type: 'message', input_tokens: 100, output_tokens: 10},
		{type: 'message', input_tokens: 1900, output_tokens: 100},
		{type: 'compaction', input_tokens: 9, output_tokens: 9},
	];
	assert.equal(
		words({input_tokens: 2000, output_tokens: 110, iterations}),
		'2,000 of 200,000 tokens (1.0 %)',
	);
});

test('after a fallback the iteration of the model that answered counts, and the size of its window', () => {
	const iterations = [
		{type: 'message', model: 'claude-haiku-4-5', input_tokens: 1000, output_tokens: 3},
		{type: 'fallback_message', model: 'claude-sonnet-5-5', input_tokens: 15_000, output_tokens: 300},
	];
	assert.equal(
		words({input_tokens: 15_000, output_tokens: 303, iterations}),
		'15,300 of 1.00M tokens (1.5 %)',
	);
});

test('a small share is not rounded to nothing', () => {
	assert.equal(contextShare({tokens: 12, size: 1_000_000}), '<0.1 %');
	assert.equal(contextShare({tokens: 250_000, size: 200_000}), '125.0 %');
});
