import type {BlockVocabulary} from '../block-vocabulary.js';
import {serverToolResult} from '../server-tool-result.js';

export const advisorToolResult: BlockVocabulary = {
	...serverToolResult,
	name: 'advisor_tool_result',
	shortName: 'advisor result',
	isBeta: true,
	explanation: {
		purpose: 'Contains the advice of a second model that the first one asked.',
		payload:
			'`content_block.content.text` is the advice. If it is secret, send `encrypted_content` back unchanged instead.',
	},
};
