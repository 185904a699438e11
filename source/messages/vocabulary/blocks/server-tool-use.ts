import {stringAt} from '../../../wire/json.js';
import type {BlockVocabulary} from '../block-vocabulary.js';
import {part} from '../known-part.js';
import {filled, object, required} from '../required-field.js';

export const serverToolUse: BlockVocabulary = {
	name: 'server_tool_use',
	shortName: 'server tool call',
	sign: '┌',
	role: 'input_json_delta',
	track: 'tools',
	form: 'call',
	deltas: ['input_json_delta'],
	idPrefix: 'srvtoolu_',
	isBeta: false,
	required: required({id: filled, name: filled, input: object}),
	known: [part(['type', 'id', 'name', 'input', 'caller', 'toolset_name'])],
	kind: 'json',
	field: null,
	detail: block => stringAt(block, 'name'),
	explanation: {
		purpose:
			'The model calls a tool that the API itself runs, such as web search. Your program has nothing to do.',
		payload:
			'`content_block.name` is the tool, `input` usually arrives in deltas, and the result follows in its own block.',
	},
};
