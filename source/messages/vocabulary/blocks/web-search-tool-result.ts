import type {BlockVocabulary} from '../block-vocabulary.js';
import {serverToolResult} from '../server-tool-result.js';

export const webSearchToolResult: BlockVocabulary = {
	...serverToolResult,
	name: 'web_search_tool_result',
	shortName: 'web search result',
	isBeta: false,
	explanation: {
		purpose: 'Contains all the results of a web search.',
		payload:
			'`content_block.content` lists the pages with title and URL, or is an error. `content_block.tool_use_id` names the call.',
	},
};
