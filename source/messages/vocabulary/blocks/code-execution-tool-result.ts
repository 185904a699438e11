import {textOf} from '../../text-of.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, present, required} from '../required-field.js';

export const codeExecutionToolResult: BlockVocabulary = {
	name: 'code_execution_tool_result',
	shortName: 'code execution result',
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
		purpose: 'Contains the output of a program that the model wrote and the API ran.',
		payload: '`content_block.content` has `stdout`, `stderr` and `return_code`, or is an error.',
	},
};
