import type {BlockVocabulary} from '../block-vocabulary.js';
import {serverToolResult} from '../server-tool-result.js';

export const codeExecutionToolResult: BlockVocabulary = {
	...serverToolResult,
	name: 'code_execution_tool_result',
	shortName: 'code execution result',
	isBeta: false,
	explanation: {
		purpose: 'Contains the output of a program that the model wrote and the API ran.',
		payload: '`content_block.content` has `stdout`, `stderr` and `return_code`, or is an error.',
	},
};
