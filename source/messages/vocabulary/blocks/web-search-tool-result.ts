import {textOf} from '../../text-of.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, present, required} from '../required-field.js';

export const webSearchToolResult: BlockVocabulary = {
	name: 'web_search_tool_result',
	shortName: 'web search result',
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
		purpose: 'Contains all the results of a web search.',
		payload:
			'`content_block.content` lists the pages with title and URL, or is an error. `content_block.tool_use_id` names the call.',
	},
};
