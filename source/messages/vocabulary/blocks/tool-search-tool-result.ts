import type {BlockVocabulary} from '../block-vocabulary.js';
import {serverToolResult} from '../server-tool-result.js';

export const toolSearchToolResult: BlockVocabulary = {
	...serverToolResult,
	name: 'tool_search_tool_result',
	shortName: 'tool search result',
	isBeta: false,
	explanation: {
		purpose: 'Contains the tools that the model’s search found.',
		payload: '`content_block.content.tool_references` names them, or `content_block.content` is an error.',
	},
};
