import {textOf} from '../../text-of.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, present, required} from '../required-field.js';

export const toolSearchToolResult: BlockVocabulary = {
	name: 'tool_search_tool_result',
	shortName: 'tool search result',
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
		purpose: 'Contains the tools that the model’s search found.',
		payload: '`content_block.content.tool_references` names them, or `content_block.content` is an error.',
	},
};
