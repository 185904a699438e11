import {printJson} from '../../wire/json.js';
import type {EventVocabulary} from './event-vocabulary.js';
import {contentBlockDelta} from './events/content-block-delta.js';
import {contentBlockStart} from './events/content-block-start.js';
import {contentBlockStop} from './events/content-block-stop.js';
import {error} from './events/error.js';
import {messageDelta} from './events/message-delta.js';
import {messageStart} from './events/message-start.js';
import {messageStop} from './events/message-stop.js';
import {ping} from './events/ping.js';
import {tableOf} from './table-of.js';

/** The event types of a stream: `RawMessageStreamEvent` in the SDK's resources/messages/messages.d.ts, and `ping` and `error`. */
export const eventTypes = [
	messageStart,
	contentBlockStart,
	contentBlockDelta,
	contentBlockStop,
	messageDelta,
	messageStop,
	ping,
	error,
] as const;

/** The wire's name of a known event. */
export type EventName = (typeof eventTypes)[number]['name'];

/** Used for every event of an unknown type. */
export const unknownEvent: EventVocabulary = {
	name: 'unknown',
	shortName: 'unknown',
	sign: '?',
	role: 'unknown',
	mark: 'unknown',
	required: [],
	known: [],
	detail: payload => printJson(payload).slice(0, 300),
	explanation: {
		purpose: 'An event of an unknown type. The API may add new types, and programs should ignore them.',
		payload: 'Its content is in `data`, shown unchanged.',
	},
};

const table = tableOf<(typeof eventTypes)[number]>(eventTypes);

/** The vocabulary of a type of event. `undefined` for any other word. */
export function eventVocabulary(name: string): (typeof eventTypes)[number] | undefined {
	return table.get(name);
}
