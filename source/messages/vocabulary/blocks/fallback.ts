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
	detail: block => {
		const models = [block.from, block.to].map(hop => stringAt(hop, 'model') || '?');
		const trigger = objectAt(block, 'trigger');
		const cause = ['type', 'category'].map(name => stringAt(trigger, name)).filter(word => word !== '');
		return `${models.join(' → ')}${cause.length === 0 ? '' : ` (${cause.join(': ')})`}`;
	},
	explanation: {
		purpose: 'Marks where another model took over because the previous one declined.',
		payload:
			'`content_block.from` and `content_block.to` name the models, and `content_block.trigger` the cause. No deltas follow.',
	},
};
