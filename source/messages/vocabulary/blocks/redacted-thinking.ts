import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {required, string} from '../required-field.js';

export const redactedThinking: BlockVocabulary = {
	name: 'redacted_thinking',
	shortName: 'redacted thinking',
	sign: '┌',
	role: 'thinking_delta',
	track: 'thinking',
	form: 'redacted',
	deltas: [],
	idPrefix: null,
	isBeta: false,
	required: required({data: string}),
	known: [part(['type', 'data'])],
	kind: 'other',
	field: null,
	detail: () => '',
	explanation: {
		purpose:
			'Contains reasoning that was encrypted for safety. Only the API can read it, so send it back unchanged.',
		payload: 'All of it is in `content_block.data`. No deltas follow.',
	},
};
