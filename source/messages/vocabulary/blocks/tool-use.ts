import {stringAt} from '../../../wire/json.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, object, required} from '../required-field.js';

export const toolUse: BlockVocabulary = {
	name: 'tool_use',
	shortName: 'tool call',
	sign: '┌',
	role: 'input_json_delta',
	track: 'tools',
	form: 'call',
	deltas: ['input_json_delta'],
	idPrefix: 'toolu_',
	isBeta: false,
	required: required({id: filled, name: filled, input: object}),
	known: [part(['type', 'id', 'name', 'input', 'caller', 'toolset_name'])],
	kind: 'json',
	field: null,
	detail: block => stringAt(block, 'name'),
	explanation: {
		purpose: 'The model asks your program to run a tool.',
		payload:
			'`content_block.name` is the tool, and your result must refer to `content_block.id`. `input` usually starts as `{}` and arrives in deltas.',
	},
};
