import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** How the stream was brought: the response and its body. */
export const transportRules = {
	responseStatus: {
		name: 'response-status',
		severity: 'error',
		title: 'a stream comes with a status of success',
		source: sources.errors,
		basis:
			'An error before the stream has an HTTP status of its own and a JSON body; a stream has status 200.',
		example: 'HTTP 502 with a body of events',
	},
	contentType: {
		name: 'content-type',
		severity: 'warning',
		title: 'a stream has the content type text/event-stream',
		source: sources.sse,
		basis: 'Event streams have the type text/event-stream; browsers refuse any other, and proxies buffer it.',
		example: 'content-type: application/json with a body of events',
	},
	emptyBody: {
		name: 'empty-body',
		severity: 'error',
		title: 'a stream has events',
		source: sources.sdkMessageStream,
		basis: 'The SDK fails with "request ended without sending any chunks".',
		example: 'HTTP 200 with an empty body',
	},
	oneRead: {
		name: 'one-read',
		severity: 'warning',
		title: 'the stream arrives as it is made, not in one read',
		source: sources.streaming,
		basis:
			'Streaming is there to send an answer while it is made. What comes in one read of the network was made at once, or held back by a buffering proxy.',
		example: 'all 40 events have the same chunk, or all but the first',
	},
	cutOff: {
		name: 'cut-off',
		severity: 'error',
		title: 'the body does not end inside an event',
		source: sources.sse,
		basis: 'An event that the end of the body cuts off is dropped.',
		example: 'event: content_block_delta, data: {"type":"content_bl, and the end',
	},
	finalBlankLine: {
		name: 'final-blank-line',
		severity: 'note',
		title: 'the last event ends with a blank line',
		source: sources.sse,
		basis:
			'A blank line completes an event. Without it the last one is dropped: by browsers, and by the SDK.',
		example: 'data: {"type":"message_stop"}, and the end',
	},
	sseExtras: {
		name: 'sse-extras',
		severity: 'note',
		title: 'there are only event: and data: lines',
		source: sources.sse,
		basis: 'Comments, retry: and id: are legal. The API sends none; relays add them.',
		example: 'retry: 300',
	},
} satisfies Record<string, Rule>;
