import {type JsonObject, stringAt} from '../../../wire/json.js';
import type {DeltaVocabulary} from '../delta-vocabulary.js';
import {part} from '../known-part.js';
import {quoted} from '../quoted.js';
import {required, string} from '../required-field.js';

/** The additional tokens of each delta: `BetaThinkingDelta.estimated_tokens` in the SDK's resources/beta/messages/messages.d.ts. */
function estimatedTokens({estimated_tokens: more}: JsonObject): number {
	return typeof more === 'number' && Number.isFinite(more) ? Math.max(0, more) : 0;
}

export const thinkingDelta: DeltaVocabulary = {
	name: 'thinking_delta',
	shortName: 'thinking',
	sign: '│',
	role: 'thinking_delta',
	track: 'thinking',
	required: required({thinking: string}),
	known: [part(['type', 'thinking', 'estimated_tokens'])],
	kind: 'thinking',
	field: 'thinking',
	accumulate: (block, delta) => ({
		...block,
		text: block.text + stringAt(delta, 'thinking'),
		estimatedTokens: block.estimatedTokens + estimatedTokens(delta),
	}),
	detail: delta => {
		const estimate = estimatedTokens(delta);
		const words = `thinking ${quoted(stringAt(delta, 'thinking'))}`;
		return estimate === 0 ? words : `${words} · ~${estimate} more tokens, hidden`;
	},
	explanation: {
		purpose: 'Adds the next piece of the model’s reasoning.',
		payload: 'Append `delta.thinking`, which may be empty, to the thinking of block `index`.',
	},
};
