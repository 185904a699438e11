import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {apiRemarks} from '../../source/messages/api-remarks.js';
import type {JsonObject} from '../../source/wire/json.js';

const miss = (reason: JsonObject) => apiRemarks({diagnostics: {cache_miss_reason: reason}});

test('a cache miss says why, and how many tokens were not read', () => {
	assert.deepEqual(miss({type: 'tools_changed', cache_missed_input_tokens: 4213}), [
		'cache miss: the tools changed, ~4,213 tokens',
	]);
	assert.deepEqual(miss({type: 'previous_message_not_found'}), [
		'cache miss: the API no longer knows the previous message',
	]);
	assert.deepEqual(miss({type: 'a_new_reason'}), ['cache miss: a_new_reason']);
	assert.deepEqual(apiRemarks({diagnostics: {cache_miss_reason: null}}), []);
});

test('each applied edit says what it cleared', () => {
	const applied_edits = [
		{type: 'clear_tool_uses_20250919', cleared_tool_uses: 3, cleared_input_tokens: 9120},
		{type: 'clear_thinking_20251015', cleared_thinking_turns: 1, cleared_input_tokens: 80},
		{type: 'clear_all_20270101'},
	];
	assert.deepEqual(apiRemarks({context_management: {applied_edits}}), [
		'context edited by clear_tool_uses_20250919: 3 tool uses, 9,120 tokens cleared',
		'context edited by clear_thinking_20251015: 1 thinking turn, 80 tokens cleared',
		'context edited by clear_all_20270101: cleared',
	]);
	assert.deepEqual(apiRemarks({context_management: {applied_edits: []}}), []);
});

test('changes of the input are counted by kind and reason, with the place of the first', () => {
	const dropped = {type: 'thinking_dropped', reason: 'model_binding_mismatch'};
	const input_transformations = [
		{...dropped, path: 'messages.1.content.0'},
		{...dropped, path: 'messages.3.content.0'},
		{type: 'thinking_mismatch_allowed', reason: 'prefix_binding_mismatch', path: 'messages.5.content.0'},
		{type: 'image_resized'},
	];
	assert.deepEqual(apiRemarks({input_transformations}), [
		'thinking dropped from the input (model_binding_mismatch) at messages.1.content.0 and 1 more',
		'thinking kept in the input despite a mismatch (prefix_binding_mismatch) at messages.5.content.0',
		'input changed: image_resized',
	]);
});

test('the model of a fallback that answered is named, and a compaction is no fallback', () => {
	const usage = {
		iterations: [
			{type: 'message', model: 'claude-opus-5-5'},
			{type: 'fallback_message', model: 'claude-sonnet-5-5'},
		],
	};
	assert.deepEqual(apiRemarks({usage}), ['answered by the fallback model claude-sonnet-5-5']);
	assert.deepEqual(apiRemarks({usage: {iterations: [{type: 'compaction'}]}}), []);
});

test('a server that sends thousands of them gets a few rows', () => {
	const edits = Array.from({length: 5000}, (_, index) => ({type: `clear_${index}`}));
	const remarks = apiRemarks({
		context_management: {applied_edits: edits},
		input_transformations: edits,
	});
	assert.equal(remarks.length, 14);
	assert.equal(remarks[6], 'and 4,994 more');
});

test('anything in these fields is read without an error', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (a, b, c, d) => {
			const fields = JSON.parse(
				JSON.stringify({
					diagnostics: {cache_miss_reason: a},
					context_management: {applied_edits: [b]},
					input_transformations: [c],
					usage: {iterations: [d]},
				}),
			);
			assert.ok(Array.isArray(apiRemarks(fields)));
		}),
	);
});
