import {objectAt} from '../../../wire/json.js';
import {errorWords} from '../../error-words.js';
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
		return [errorWords(type), errorWords(message)].filter(words => words !== null).join(' ');
	},
	explanation: {
		purpose:
			'Reports a failure after the stream has begun. The official SDK throws it, and no `message_stop` follows.',
		payload: '`error.type` is the kind, such as `overloaded_error`, and `error.message` describes it.',
	},
} as const satisfies EventVocabulary;
