import {stringAt} from '../../../wire/json.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {required, string} from '../required-field.js';

export const text: BlockVocabulary = {
	name: 'text',
	shortName: 'text',
	sign: '┌',
	role: 'bar',
	track: 'text',
	form: 'text',
	deltas: ['text_delta', 'citations_delta'],
	idPrefix: null,
	isBeta: false,
	required: required({text: string}),
	known: [part(['type', 'text', 'citations'])],
	kind: 'text',
	field: 'text',
	detail: block => stringAt(block, 'text'),
	explanation: {
		purpose: 'Opens a text block of the answer.',
		payload: '`content_block.text` is usually empty. The `text_delta` events with this `index` fill it.',
	},
};
