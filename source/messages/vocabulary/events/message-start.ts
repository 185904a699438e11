import {objectAt, stringAt} from '../../../wire/json.js';
import {apiRemarks} from '../../api-remarks.js';
import type {EventVocabulary} from '../event-vocabulary.js';
import {part, usageFields} from '../known-part.js';
import {
	array,
	count,
	countIfAny,
	lenient,
	literal,
	object,
	present,
	required,
	string,
} from '../required-field.js';
import {usageDetail} from '../usage-detail.js';

export const messageStart = {
	name: 'message_start',
	shortName: 'msg_start',
	sign: '●',
	role: 'message_start',
	mark: null,
	required: required({
		message: object,
		'message.id': string,
		'message.type': literal('message'),
		'message.role': literal('assistant'),
		'message.content': array,
		'message.model': string,
		'message.stop_reason': lenient(present),
		'message.usage': object,
		'message.usage.input_tokens': count,
		'message.usage.cache_creation_input_tokens': countIfAny,
		'message.usage.cache_read_input_tokens': countIfAny,
		'message.usage.output_tokens': count,
	}),
	known: [
		part(['type', 'message']),
		part(
			[
				'id',
				'type',
				'role',
				'content',
				'model',
				'stop_reason',
				'stop_sequence',
				'stop_details',
				'usage',
				'container',
				'context_management',
				'diagnostics',
				'input_transformations',
			],
			'message',
		),
		part(usageFields, 'message.usage'),
	],
	detail: payload => {
		const message = objectAt(payload, 'message');
		const words = `${usageDetail(objectAt(message, 'usage'))} ${stringAt(message, 'model')}`;
		return [words, ...apiRemarks(message)].join(' · ');
	},
	explanation: {
		purpose: 'Opens the message, which now has an id, a model and a role.',
		payload:
			'`message` is the message, usually with an empty `content`. Its `usage` has the input tokens and a provisional count of output tokens.',
	},
} as const satisfies EventVocabulary;
