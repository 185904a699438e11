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
		purpose: 'Ends the message. Nothing follows.',
		payload: 'It brings nothing else. A stream without it was cut off.',
	},
} as const satisfies EventVocabulary;
