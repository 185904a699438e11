import {type Json, objectAt, printJson} from '../../../wire/json.js';
import type {EventVocabulary} from '../event-vocabulary.js';
import {part} from '../known-part.js';
import {object, required, string} from '../required-field.js';

export const error = {
	name: 'error',
	shortName: 'error',
	sign: '✗',
	role: 'error',
	mark: 'error',
	required: required({error: object, 'error.type': string, 'error.message': string}),
	known: [part(['type', 'error', 'request_id']), part(['type', 'message', 'details'], 'error')],
	detail: payload => {
		const {type, message} = objectAt(payload, 'error');
		return [type, message]
			.filter(value => value !== undefined)
			.map(words)
			.join(' ');
	},
	explanation: {
		purpose:
			'Says that something failed after the stream had begun; the official SDK throws it, and no `message_stop` follows.',
		payload: '`error.type` is the kind, such as `overloaded_error`, and `error.message` says it in words.',
	},
} as const satisfies EventVocabulary;

/** Gateways send objects where the API has a text. */
function words(value: Json | undefined): string {
	return typeof value === 'string' ? value : printJson(value ?? null);
}
