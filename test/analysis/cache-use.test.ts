import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cacheWords} from '../../source/analysis/cache-use.js';
import {foldTrace} from '../../source/trace/fold-trace.js';
import {lastItem} from '../../source/trace/persistent-list.js';
import type {JsonObject} from '../../source/wire/json.js';
import {tracedStream} from '../helpers/traced-stream.js';
import {messageDelta, messageStart} from '../messages/conformance/sample-stream.js';

const words = (usage: JsonObject, body: JsonObject = {}) => {
	const events = [messageStart(), messageDelta('end_turn', {usage})];
	const view = lastItem(foldTrace(tracedStream(events, {body})).exchanges);
	assert.ok(view);
	return cacheWords(view);
};

const asked = {cache_control: {type: 'ephemeral'}};

test('what was read and written is told beside the size of the prompt', () => {
	const usage = {
		input_tokens: 47,
		cache_read_input_tokens: 4213,
		cache_creation_input_tokens: 40,
		output_tokens: 9,
	};
	assert.equal(words(usage), '4,213 of 4,300 prompt tokens read, 40 written');
});

test('a request that asked for the cache in vain is told why, one that did not ask is told nothing', () => {
	const usage = {
		input_tokens: 47,
		cache_read_input_tokens: 0,
		cache_creation_input_tokens: 0,
		output_tokens: 9,
	};
	assert.match(
		words(usage, asked) ?? '',
		/^nothing read or written\. A prompt is cached from 512 to 4,096 tokens on/,
	);
	assert.equal(words(usage), null);
	assert.equal(words({output_tokens: 9}, {cache_control: null}), null);
});
