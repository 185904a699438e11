import {stringAt} from '../../../wire/json.js';
import type {DeltaVocabulary} from '../delta-vocabulary.js';
import {part} from '../known-part.js';
import {quoted} from '../quoted.js';
import {required, string} from '../required-field.js';

export const textDelta: DeltaVocabulary = {
	name: 'text_delta',
	shortName: 'text',
	sign: '│',
	role: 'text_delta',
	track: 'text',
	required: required({text: string}),
	known: [part(['type', 'text'])],
	kind: 'text',
	field: 'text',
	accumulate: (block, delta) => ({...block, text: block.text + stringAt(delta, 'text')}),
	detail: delta => quoted(stringAt(delta, 'text')),
	explanation: {
		purpose: 'Adds the next piece of the answer.',
		payload: 'Append `delta.text` to the text of block `index`.',
	},
};
