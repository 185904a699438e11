import type {EventVocabulary} from '../event-vocabulary.js';
import {part} from '../known-part.js';

export const messageStop = {
	name: 'message_stop',
	shortName: 'msg_stop',
	sign: '■',
	role: 'message_stop',
	mark: null,
	required: [],
	known: [part(['type'])],
	detail: () => '',
	explanation: {
		purpose: 'Ends the message: nothing follows.',
		payload: 'It has none; that it came at all is the news, because a stream without it was cut off.',
	},
} as const satisfies EventVocabulary;
