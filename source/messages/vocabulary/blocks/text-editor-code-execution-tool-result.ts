import {textOf} from '../../text-of.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, present, required} from '../required-field.js';

export const textEditorCodeExecutionToolResult: BlockVocabulary = {
	name: 'text_editor_code_execution_tool_result',
	shortName: 'text editor result',
	sign: '┌',
	role: 'tool',
	track: 'tools',
	form: 'result',
	deltas: [],
	idPrefix: null,
	isBeta: false,
	required: required({tool_use_id: filled, content: present}),
	known: [part(['type', 'tool_use_id', 'content', 'caller', 'is_error'])],
	kind: 'other',
	field: null,
	detail: block => textOf(block.content),
	explanation: {
		purpose: 'Contains the result of viewing, creating or changing a file in the API’s container.',
		payload: '`content_block.content` has the file’s text or the changed lines, or is an error.',
	},
};
