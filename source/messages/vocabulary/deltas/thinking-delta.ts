import {stringAt} from '../../../wire/json.js';
import type {DeltaVocabulary} from '../delta-vocabulary.js';
import {part} from '../known-part.js';
import {quoted} from '../quoted.js';
import {required, string} from '../required-field.js';

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
	accumulate: (block, delta) => ({...block, text: block.text + stringAt(delta, 'thinking')}),
	detail: delta => `thinking ${quoted(stringAt(delta, 'thinking'))}`,
	explanation: {
		purpose: 'Brings the next piece of the model’s reasoning.',
		payload: 'Append `delta.thinking` to the thinking of block `index`; it may be empty.',
	},
};
