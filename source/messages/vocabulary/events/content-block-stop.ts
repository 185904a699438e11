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
		purpose: 'Closes a content block. No more deltas follow for it.',
		payload: '`index` says which block. The JSON of a tool call is now complete and can be parsed.',
	},
} as const satisfies EventVocabulary;
