import type {BlockVocabulary} from '../block-vocabulary.js';
import {serverToolResult} from '../server-tool-result.js';

export const mcpToolResult: BlockVocabulary = {
	...serverToolResult,
	name: 'mcp_tool_result',
	shortName: 'MCP tool result',
	isBeta: true,
	explanation: {
		purpose: 'Contains the answer of a remote MCP server.',
		payload:
			'`content_block.content` is the answer, `content_block.is_error` says whether it is a failure, and `content_block.tool_use_id` names the call.',
	},
};
