import type {BlockVocabulary} from '../block-vocabulary.js';
import {serverToolResult} from '../server-tool-result.js';

export const bashCodeExecutionToolResult: BlockVocabulary = {
	...serverToolResult,
	name: 'bash_code_execution_tool_result',
	shortName: 'shell command result',
	isBeta: false,
	explanation: {
		purpose: 'Contains the output of a shell command that the model wrote and the API ran.',
		payload: '`content_block.content` has `stdout`, `stderr` and `return_code`, or is an error.',
	},
};
