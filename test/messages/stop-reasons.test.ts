import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {test} from 'node:test';
import {isKnownStopReason, stopLine, stopOf, stopReason} from '../../source/messages/stop-reasons.js';

test('every stop reason in the SDK’s types is known', () => {
	const types = new URL(
		'../../node_modules/@anthropic-ai/sdk/resources/beta/messages/messages.d.ts',
		import.meta.url,
	);
	const [, union = ''] = /type BetaStopReason = ([^;]+);/.exec(readFileSync(types, 'utf8')) ?? [];
	const names = [...union.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
	assert.ok(names.length >= 8);
	assert.deepEqual(
		names.filter(name => !isKnownStopReason(name)),
		[],
	);
});

test('an answer is complete only at the end of its turn or at a stop sequence', () => {
	const states = (names: readonly string[]) => names.map(name => stopReason(name).state);
	assert.deepEqual(states(['end_turn', 'stop_sequence']), [null, null]);
	assert.deepEqual(
		states([
			'refusal',
			'max_tokens',
			'model_context_window_exceeded',
			'tool_use',
			'pause_turn',
			'compaction',
		]),
		[
			'refused',
			'cut off at max_tokens',
			'context window full',
			'waits for tool results',
			'paused (pause_turn)',
			'paused after a compaction',
		],
	);
});

test('an unknown stop reason, also the name of a method, does not count as complete', () => {
	for (const name of ['length', 'toString', '__proto__', 'constructor']) {
		assert.equal(stopReason(name).state, `stopped: ${name}`);
	}
});

test('a message without a stop reason has not stopped', () => {
	assert.equal(stopOf(undefined), null);
	assert.equal(stopOf({stop_reason: null}), null);
	assert.equal(stopOf({stop_reason: 7}), null);
});

test('the line about a refusal has its category, its explanation and the model to ask instead', () => {
	const line = (fields: Parameters<typeof stopOf>[0]) => {
		const stop = stopOf(fields);
		assert.ok(stop);
		return stopLine(stop);
	};
	const details = {category: 'cyber', explanation: 'Declined.', recommended_model: 'claude-sonnet-5-5'};
	assert.equal(
		line({stop_reason: 'refusal', stop_details: details}),
		'refused: cyber: Declined. The API recommends claude-sonnet-5-5.',
	);
	assert.equal(
		line({stop_reason: 'refusal', stop_details: {recommended_model: 'claude-sonnet-5-5'}}),
		'refused: The API recommends claude-sonnet-5-5.',
	);
	assert.equal(line({stop_reason: 'refusal', stop_details: {category: null}}), 'refused');
	assert.equal(line({stop_reason: 'stop_sequence', stop_sequence: '\n\n'}), 'stop_sequence: "\\n\\n"');
	assert.equal(line({stop_reason: 'end_turn'}), null);
});
