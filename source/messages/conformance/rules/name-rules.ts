import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** The name of an event, and whether its data can be read. */
export const nameRules = {
	eventNameMissing: {
		name: 'event-name-missing',
		severity: 'error',
		title: 'each event has a name',
		source: sources.sdkStream,
		basis:
			'Each event has a named type and the same type in its data. The SDK skips events without an event: line.',
		example: 'data: {"type":"message_stop"}, without an event: line',
	},
	eventNameMismatch: {
		name: 'event-name-mismatch',
		severity: 'error',
		title: 'the event name equals data.type',
		source: sources.streaming,
		basis:
			'Each event has a named type and the same type in its data. Clients differ in which of the two they read.',
		example: 'event: message, data: {"type":"message_stop"}',
	},
	dataMissing: {
		name: 'data-missing',
		severity: 'error',
		title: 'an event: line has data',
		source: sources.sse,
		basis:
			'Clients drop a name without data. It is usually left when something, such as a keep-alive comment, is written between the two lines of an event. A ping is a note, because it says nothing else.',
		example: 'event: content_block_delta, a comment, and a blank line',
	},
	dataJson: {
		name: 'data-json',
		severity: 'error',
		title: 'the data is a JSON object',
		source: sources.sdkStream,
		basis: 'The SDK parses the data of every named event but ping, and throws if it is not JSON.',
		example: 'event: message_stop, data: {"type":"message_st',
	},
	doneSentinel: {
		name: 'done-sentinel',
		severity: 'error',
		title: 'there is no [DONE]',
		source: sources.sdkStream,
		basis:
			'The stream ends with message_stop. [DONE] belongs to another API. It is not JSON, and the SDK throws on it if it has an event name.',
		example: 'event: data, data: [DONE]',
	},
	unknownEvent: {
		name: 'unknown-event',
		severity: 'note',
		title: 'the event type is known to the SDK',
		source: sources.versioning,
		basis: 'New event types may be added. Clients must ignore those that they do not know.',
		example: 'event: vertex_event, data: {"type":"vertex_event"}',
	},
} satisfies Record<string, Rule>;
