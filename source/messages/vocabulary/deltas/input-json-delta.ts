import {stringAt} from '../../../wire/json.js';
import type {DeltaVocabulary} from '../delta-vocabulary.js';
import {part} from '../known-part.js';
import {quoted} from '../quoted.js';
import {required, string} from '../required-field.js';

export const inputJsonDelta: DeltaVocabulary = {
	name: 'input_json_delta',
	shortName: 'json',
	sign: '│',
	role: 'input_json_delta',
	track: 'tools',
	required: required({partial_json: string}),
	known: [part(['type', 'partial_json'])],
	kind: 'json',
	field: 'partial_json',
	accumulate: (block, delta) => ({
		...block,
		partialJson: (block.partialJson ?? '') + stringAt(delta, 'partial_json'),
	}),
	detail: delta => `json ${quoted(stringAt(delta, 'partial_json'))}`,
	explanation: {
		purpose: 'Adds the next piece of a tool’s input: JSON text, which may be cut anywhere.',
		payload:
			'Append `delta.partial_json`, which may be empty, and parse the whole text when the block stops. An empty text means no arguments.',
	},
};
