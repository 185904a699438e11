import {textOf} from '../../text-of.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, present, required} from '../required-field.js';

export const advisorToolResult: BlockVocabulary = {
	name: 'advisor_tool_result',
	shortName: 'advisor result',
	sign: '┌',
	role: 'tool',
	track: 'tools',
	form: 'result',
	deltas: [],
	idPrefix: null,
	isBeta: true,
	required: required({tool_use_id: filled, content: present}),
	known: [part(['type', 'tool_use_id', 'content', 'caller', 'is_error'])],
	kind: 'other',
	field: null,
	detail: block => textOf(block.content),
	explanation: {
		purpose: 'Contains the advice of a second model that the first one asked.',
		payload:
			'`content_block.content.text` is the advice. If it is secret, send `encrypted_content` back unchanged instead.',
	},
};
