import {stringAt} from '../../../wire/json.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, required} from '../required-field.js';

export const containerUpload: BlockVocabulary = {
	name: 'container_upload',
	shortName: 'file in the container',
	sign: '┌',
	role: 'tool',
	track: 'tools',
	form: 'plain',
	deltas: [],
	idPrefix: null,
	isBeta: false,
	required: required({file_id: filled}),
	known: [part(['type', 'file_id'])],
	kind: 'other',
	field: null,
	detail: block => stringAt(block, 'file_id'),
	explanation: {
		purpose: 'Names a file that was uploaded to the container in which the model’s code runs.',
		payload: '`content_block.file_id` is for the Files API. No deltas follow.',
	},
};
