import {stringAt} from '../../../wire/json.js';
import type {DeltaVocabulary} from '../delta-vocabulary.js';
import {part} from '../known-part.js';
import {quoted} from '../quoted.js';
import {required, string} from '../required-field.js';

export const signatureDelta: DeltaVocabulary = {
	name: 'signature_delta',
	shortName: 'signature',
	sign: '│',
	role: 'signature_delta',
	track: 'thinking',
	required: required({signature: string}),
	known: [part(['type', 'signature'])],
	kind: 'signature',
	field: 'signature',
	accumulate: (block, delta) => ({...block, assigned: {...block.assigned, signature: delta.signature}}),
	detail: delta => `signature ${quoted(stringAt(delta, 'signature'))}`,
	explanation: {
		purpose: 'Adds the signature of a thinking block, by which the API later recognises it.',
		payload: '`delta.signature` is opaque and complete. Send it back unchanged with the block.',
	},
};
