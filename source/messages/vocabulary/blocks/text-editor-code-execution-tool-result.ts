import type {BlockVocabulary} from '../block-vocabulary.js';
import {serverToolResult} from '../server-tool-result.js';

export const textEditorCodeExecutionToolResult: BlockVocabulary = {
	...serverToolResult,
	name: 'text_editor_code_execution_tool_result',
	shortName: 'text editor result',
	isBeta: false,
	explanation: {
		purpose: 'Contains the result of viewing, creating or changing a file in the API’s container.',
		payload: '`content_block.content` has the file’s text or the changed lines, or is an error.',
	},
};
