import {objectAt, stringAt} from '../../../wire/json.js';
import type {EventVocabulary} from '../event-vocabulary.js';
import {part} from '../known-part.js';
import {index, object, required, string} from '../required-field.js';

export const contentBlockDelta = {
	name: 'content_block_delta',
	shortName: 'delta',
	sign: '│',
	role: 'content_block_delta',
	mark: null,
	required: required({index, delta: object, 'delta.type': string}),
	known: [part(['type', 'index', 'delta'])],
	detail: payload => stringAt(objectAt(payload, 'delta'), 'type'),
	explanation: {
		purpose: 'Adds something to an open content block.',
		payload: '`delta` is what is added, and its `type` says how. `index` says to which block.',
	},
} as const satisfies EventVocabulary;
