import {stringAt} from '../../../wire/json.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, object, required, string} from '../required-field.js';

export const mcpToolUse: BlockVocabulary = {
	name: 'mcp_tool_use',
	shortName: 'MCP tool call',
	sign: '┌',
	role: 'input_json_delta',
	track: 'tools',
	form: 'call',
	deltas: ['input_json_delta'],
	idPrefix: 'mcptoolu_',
	isBeta: true,
	required: required({id: filled, name: filled, input: object, server_name: string}),
	known: [part(['type', 'id', 'name', 'input', 'caller', 'toolset_name', 'server_name'])],
	kind: 'json',
	field: null,
	detail: block => stringAt(block, 'name'),
	explanation: {
		purpose: 'The model calls a tool of a remote MCP server, and the API forwards the call.',
		payload:
			'`content_block.server_name` and `content_block.name` say which. `input` usually arrives in deltas.',
	},
};
