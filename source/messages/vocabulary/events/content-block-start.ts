import {objectAt, stringAt} from '../../../wire/json.js';
import type {EventVocabulary} from '../event-vocabulary.js';
import {part} from '../known-part.js';
import {index, object, required, string} from '../required-field.js';

export const contentBlockStart = {
	name: 'content_block_start',
	shortName: 'block_start',
	sign: '┌',
	role: 'content_block_start',
	mark: null,
	required: required({index, content_block: object, 'content_block.type': string}),
	known: [part(['type', 'index', 'content_block'])],
	detail: payload => stringAt(objectAt(payload, 'content_block'), 'type'),
	explanation: {
		purpose: 'Opens a content block of the message.',
		payload:
			'`content_block` is the block at its start, and `index` its position in the message. Its deltas follow.',
	},
} as const satisfies EventVocabulary;
