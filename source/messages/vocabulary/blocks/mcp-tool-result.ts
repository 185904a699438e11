import {textOf} from '../../text-of.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, present, required} from '../required-field.js';

export const mcpToolResult: BlockVocabulary = {
	name: 'mcp_tool_result',
	shortName: 'MCP tool result',
	sign: '┌',
	role: 'tool',
	track: 'tools',
	form: 'result',
	deltas: [],
	idPrefix: null,
	isBeta: true,
	required: required({tool_use_id: filled, content: present}),
	known: [part(['type', 'tool_use_id', 'content', 'caller', 'is_error'])],
	kind: 'other',
	field: null,
	detail: block => textOf(block.content),
	explanation: {
		purpose: 'Contains the answer of a remote MCP server.',
		payload:
			'`content_block.content` is the answer, `content_block.is_error` says whether it is a failure, and `content_block.tool_use_id` names the call.',
	},
};
