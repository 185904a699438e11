import assert from 'node:assert/strict';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {describeError} from '../../source/client/describe-error.js';

const hintFor = (message: string, status = 400, type = 'invalid_request_error') =>
	describeError(
		Anthropic.APIError.generate(
			status,
			{type: 'error', error: {type, message}},
			undefined,
			new Headers({'content-type': 'application/json'}),
		),
	).hint;

const refusals: ReadonlyArray<readonly [string, RegExp]> = [
	['temperature: Extra inputs are not permitted', /\/unset temperature/],
	['output_config.effort: Input should be', /\/effort default/],
	[
		'thinking.enabled.budget_tokens: Input should be greater than or equal to 1024',
		/\/thinking adaptive.*\/thinking default/,
	],
	['adaptive thinking is not supported on this model', /\/thinking default/],
	['`max_tokens` must be greater than `thinking.budget_tokens`.', /\/max-tokens above.*\/thinking default/],
	[
		'max_tokens: 100000 > 64000, which is the maximum allowed number of output tokens for claude-haiku-4-5',
		/\/max-tokens/,
	],
	['stop_sequences: each stop sequence must contain non-whitespace', /\/stop off/],
	['system: text content blocks must be non-empty', /\/system off/],
	['prompt is too long: 210000 tokens > 200000 maximum', /\/clear.*\/edit/],
];

for (const [message, hint] of refusals) {
	test(`says which command changes what is refused: ${message}`, () => {
		assert.match(hintFor(message), hint);
	});
}

test('a refusal of something else keeps the general hint, also where it speaks of thinking', () => {
	const general = hintFor('tools.0.name: Field required');
	assert.match(general, /Correct what the message above names/);
	assert.equal(hintFor('messages.1.content.0: Invalid `signature` in `thinking` block'), general);
});

test('only a refused request is a matter of settings', () => {
	assert.match(hintFor('temperature of the room', 529, 'overloaded_error'), /Wait a moment/);
});
