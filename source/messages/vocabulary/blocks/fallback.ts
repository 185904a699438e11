import {objectAt, stringAt} from '../../../wire/json.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {object, required, string} from '../required-field.js';

export const fallback: BlockVocabulary = {
	name: 'fallback',
	shortName: 'fallback',
	sign: '┌',
	role: 'tool',
	track: 'context',
	form: 'plain',
	deltas: [],
	idPrefix: null,
	isBeta: true,
	required: required({to: object, 'to.model': string}),
	known: [part(['type', 'from', 'to', 'trigger'])],
	kind: 'other',
	field: null,
	detail: block =>
		`${stringAt(objectAt(block, 'from'), 'model')} → ${stringAt(objectAt(block, 'to'), 'model')}`,
	explanation: {
		purpose: 'Marks where another model took over because the previous one declined.',
		payload:
			'`content_block.from` and `content_block.to` name the models, and `content_block.trigger` the cause. No deltas follow.',
	},
};
