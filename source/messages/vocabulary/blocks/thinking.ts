import {stringAt} from '../../../wire/json.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {required, string} from '../required-field.js';

export const thinking: BlockVocabulary = {
	name: 'thinking',
	shortName: 'thinking',
	sign: '┌',
	role: 'thinking_delta',
	track: 'thinking',
	form: 'thinking',
	deltas: ['thinking_delta', 'signature_delta'],
	idPrefix: null,
	isBeta: false,
	required: required({thinking: string}),
	known: [part(['type', 'thinking', 'signature'])],
	kind: 'thinking',
	field: 'thinking',
	detail: block => stringAt(block, 'thinking'),
	explanation: {
		purpose: 'Opens a block of the model’s reasoning, separate from the answer.',
		payload:
			'`content_block` starts empty. `thinking_delta` events fill it, and a `signature_delta` signs it.',
	},
};
