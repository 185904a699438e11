import {objectAt, stringAt} from '../../../wire/json.js';
import {apiRemarks} from '../../api-remarks.js';
import {stopDetails, stopDetailsText} from '../../stop-details.js';
import type {EventVocabulary} from '../event-vocabulary.js';
import {part, usageFields} from '../known-part.js';
import {count, countIfAny, object, required} from '../required-field.js';
import {usageDetail} from '../usage-detail.js';

export const messageDelta = {
	name: 'message_delta',
	shortName: 'msg_delta',
	sign: '◆',
	role: 'message_delta',
	mark: null,
	required: required({
		delta: object,
		usage: object,
		'usage.input_tokens': countIfAny,
		'usage.cache_creation_input_tokens': countIfAny,
		'usage.cache_read_input_tokens': countIfAny,
		'usage.output_tokens': count,
	}),
	known: [
		part(['type', 'delta', 'usage', 'context_management', 'input_transformations']),
		part(['stop_reason', 'stop_sequence', 'stop_details', 'container'], 'delta'),
		part(usageFields, 'usage'),
	],
	detail: payload => {
		const delta = objectAt(payload, 'delta');
		const details = stopDetails(delta);
		const why = details === null ? '' : ` (${stopDetailsText(details)})`;
		const words = `${stringAt(delta, 'stop_reason')}${why} ${usageDetail(objectAt(payload, 'usage'))}`;
		return [words, ...apiRemarks(payload)].join(' · ');
	},
	explanation: {
		purpose: 'Says why the message ended and what it cost.',
		payload:
			'`delta.stop_reason` is the reason. `usage` is cumulative, so it replaces the earlier numbers and is never added to them.',
	},
} as const satisfies EventVocabulary;
