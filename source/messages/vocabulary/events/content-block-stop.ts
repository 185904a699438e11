import type {EventVocabulary} from '../event-vocabulary.js';
import {part} from '../known-part.js';
import {index, required} from '../required-field.js';

export const contentBlockStop = {
	name: 'content_block_stop',
	shortName: 'block_stop',
	sign: '└',
	role: 'content_block_stop',
	mark: null,
	required: required({index}),
	known: [part(['type', 'index'])],
	detail: () => '',
	explanation: {
		purpose: 'Closes a content block: no more deltas come for it.',
		payload: '`index` says which block; the JSON of a tool call is whole now and can be parsed.',
	},
} as const satisfies EventVocabulary;
