import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** The order of the events in one message. */
export const orderRules = {
	messageStartFirst: {
		name: 'message-start-first',
		severity: 'error',
		title: 'message_start comes first',
		source: sources.streaming,
		basis:
			'A stream opens with message_start, which holds a Message with empty content. The SDK ignores anything before it.',
		example: 'event: content_block_start, as the first event',
	},
	messageStartOnce: {
		name: 'message-start-once',
		severity: 'error',
		title: 'there is one message_start',
		source: sources.sdkMessageStream,
		basis:
			'A second message_start before message_stop makes the accumulation throw "Unexpected event order".',
		example: 'event: message_start, twice in a row',
	},
	wholeMessageStart: {
		name: 'whole-message-start',
		severity: 'note',
		title: 'message_start holds an empty message',
		source: sources.sdkMessageStream,
		basis:
			'The SDK takes the message of message_start as its first snapshot, whatever it holds. Programmatic tool calling sends it complete.',
		example:
			'{"type":"message_start","message":{…,"content":[{"type":"tool_use",…}],"stop_reason":"tool_use"}}',
	},
	contentAfterMessageDelta: {
		name: 'content-after-message-delta',
		severity: 'error',
		title: 'no content follows message_delta',
		source: sources.streaming,
		basis: 'The event flow is message_start, the content blocks, message_delta, message_stop, in this order.',
		example: 'event: content_block_delta, after event: message_delta',
	},
	messageDeltaMissing: {
		name: 'message-delta-missing',
		severity: 'error',
		title: 'message_delta comes before message_stop',
		source: sources.streaming,
		basis: 'message_delta has the stop reason and the final usage. Without it the message has neither.',
		example: 'event: message_stop, right after the last event: content_block_stop',
	},
	messageDeltaOnce: {
		name: 'message-delta-once',
		severity: 'warning',
		title: 'there is one message_delta',
		source: sources.sdkMessageStream,
		basis:
			'The docs say one or more, but the API sends one. Another one before the stop reason is a note. After it, the last one wins in the SDK, even with null.',
		example: 'event: message_delta with a stop reason, twice',
	},
	messageStopMissing: {
		name: 'message-stop-missing',
		severity: 'error',
		title: 'message_stop comes last',
		source: sources.sdkMessageStream,
		basis:
			'A stream ends with message_stop. Without it finalMessage() rejects, because the SDK adds the message only then. A recording that ends earlier gets a note.',
		example: 'the body ends after event: message_delta',
	},
	eventAfterMessageStop: {
		name: 'event-after-message-stop',
		severity: 'error',
		title: 'nothing follows message_stop',
		source: sources.streaming,
		basis: 'message_stop is the final event of a stream.',
		example: 'event: message_delta, after event: message_stop',
	},
	eventAfterError: {
		name: 'event-after-error',
		severity: 'error',
		title: 'nothing follows an error event',
		source: sources.sdkStream,
		basis: 'The SDK throws on an error event and stops reading, so anything after it is lost.',
		example: 'event: message_stop, after event: error',
	},
	errorEvent: {
		name: 'error-event',
		severity: 'note',
		title: 'the stream ends with message_stop, not with an error event',
		source: sources.errors,
		basis: 'An error that occurs after the response has begun with status 200 is sent as an event.',
		example: '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
	},
	stopReasonMissing: {
		name: 'stop-reason-missing',
		severity: 'error',
		title: 'message_delta has a stop reason',
		source: sources.stopReasons,
		basis: 'In a stream, stop_reason is null in message_start and set in message_delta.',
		example: '{"type":"message_delta","delta":{"stop_reason":null},"usage":{"output_tokens":9}}',
	},
	stopSequenceMissing: {
		name: 'stop-sequence-missing',
		severity: 'warning',
		title: 'the stop reason stop_sequence comes with its sequence',
		source: sources.stopReasons,
		basis:
			'stop_sequence says which of the sequences in the request was generated. It is null with any other stop reason.',
		example: '{"type":"message_delta","delta":{"stop_reason":"stop_sequence","stop_sequence":null},…}',
	},
	unknownStopReason: {
		name: 'unknown-stop-reason',
		severity: 'note',
		title: 'the stop reason is known to the SDK',
		source: sources.sdkBetaTypes,
		basis: 'BetaStopReason lists the known ones. New ones may be added.',
		example: '{"type":"message_delta","delta":{"stop_reason":"length"},…}',
	},
} satisfies Record<string, Rule>;
