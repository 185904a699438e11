import {textOf} from '../../text-of.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, present, required} from '../required-field.js';

export const bashCodeExecutionToolResult: BlockVocabulary = {
	name: 'bash_code_execution_tool_result',
	shortName: 'shell command result',
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
		purpose: 'Contains the output of a shell command that the model wrote and the API ran.',
		payload: '`content_block.content` has `stdout`, `stderr` and `return_code`, or is an error.',
	},
};
