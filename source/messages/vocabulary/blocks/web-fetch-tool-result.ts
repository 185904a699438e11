import {textOf} from '../../text-of.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, present, required} from '../required-field.js';

export const webFetchToolResult: BlockVocabulary = {
	name: 'web_fetch_tool_result',
	shortName: 'web fetch result',
	sign: '┌',
	role: 'tool',
	track: 'tools',
	form: 'result',
	deltas: [],
	idPrefix: null,
	isBeta: false,
	required: required({tool_use_id: filled, content: present}),
	known: [part(['type', 'tool_use_id', 'content', 'caller', 'is_error'])],
	kind: 'other',
	field: null,
	detail: block => textOf(block.content),
	explanation: {
		purpose: 'Contains a page that the API fetched from the web, complete however long it is.',
		payload: '`content_block.content` has the `url`, and the document in its own `content`, or is an error.',
	},
};
