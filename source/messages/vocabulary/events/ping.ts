import type {EventVocabulary} from '../event-vocabulary.js';
import {part} from '../known-part.js';

export const ping = {
	name: 'ping',
	shortName: 'ping',
	sign: '·',
	role: 'ping',
	mark: 'ping',
	required: [],
	known: [part(['type'])],
	detail: () => '',
	explanation: {
		purpose: 'Keeps the connection alive while there is nothing to send. The official SDK drops it silently.',
		payload: 'It brings nothing. It may arrive at any point of the stream.',
	},
} as const satisfies EventVocabulary;
