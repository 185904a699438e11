import type {BlockVocabulary} from '../block-vocabulary.js';
import {serverToolResult} from '../server-tool-result.js';

export const webFetchToolResult: BlockVocabulary = {
	...serverToolResult,
	name: 'web_fetch_tool_result',
	shortName: 'web fetch result',
	isBeta: false,
	explanation: {
		purpose: 'Contains a page that the API fetched from the web, complete however long it is.',
		payload: '`content_block.content` has the `url`, and the document in its own `content`, or is an error.',
	},
};
