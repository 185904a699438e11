import {stringAt} from '../../../wire/json.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';

export const mcpToolListing: BlockVocabulary = {
	name: 'mcp_tool_listing',
	shortName: 'MCP tool list',
	sign: '┌',
	role: 'tool',
	track: 'tools',
	form: 'plain',
	deltas: [],
	idPrefix: null,
	isBeta: true,
	required: [],
	known: [part(['type', 'mcp_server_name', 'tools'])],
	kind: 'other',
	field: null,
	detail: block => stringAt(block, 'mcp_server_name'),
	explanation: {
		purpose: 'Lists the tools that a remote MCP server offers.',
		payload: 'All of it is in `content_block.tools`. `content_block.mcp_server_name` is the server.',
	},
};
