import type {Rule} from '../finding.js';
import {sources} from './sources.js';

/** How the stream arrived: the response and its body. */
export const transportRules = {
	responseStatus: {
		name: 'response-status',
		severity: 'error',
		title: 'a stream has a success status',
		source: sources.errors,
		basis: 'An error before the stream has its own HTTP status and a JSON body. A stream has status 200.',
		example: 'HTTP 502 with a body of events',
	},
	contentType: {
		name: 'content-type',
		severity: 'warning',
		title: 'a stream has the content type text/event-stream',
		source: sources.sse,
		basis:
			'Event streams have the type text/event-stream. Browsers refuse any other type, and proxies buffer it.',
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
	gzipAsText: {
		name: 'gzip-as-text',
		severity: 'error',
		title: 'a compressed body is decompressed, not decoded as text',
		source: sources.encoding,
		basis:
			'Event streams are UTF-8 once their content encoding is removed. Gzip decoded as UTF-8 is destroyed: each byte that is not UTF-8 became U+FFFD.',
		example: 'a body that begins with U+001F U+FFFD U+0008',
	},
	oneRead: {
		name: 'one-read',
		severity: 'warning',
		title: 'the stream arrives in several reads as it is generated',
		source: sources.streaming,
		basis:
			'Streaming sends an answer while it is generated. An answer that arrives in one network read was generated at once, or held back by a buffering proxy.',
		example: 'all 40 events have the same chunk, or all but the first',
	},
	cutOff: {
		name: 'cut-off',
		severity: 'error',
		title: 'the last event is complete',
		source: sources.sse,
		basis: 'An event that is cut off by the end of the body is dropped.',
		example: 'event: content_block_delta, data: {"type":"content_bl, and the end',
	},
	finalBlankLine: {
		name: 'final-blank-line',
		severity: 'note',
		title: 'the last event ends with a blank line',
		source: sources.sse,
		basis:
			'A blank line completes an event. Without it, browsers and the SDK drop the last event. A file may have lost it when it was saved; over the wire it is an error.',
		example: 'data: {"type":"message_stop"}, and the end',
	},
	sseExtras: {
		name: 'sse-extras',
		severity: 'note',
		title: 'there are only event: and data: lines',
		source: sources.sse,
		basis: 'Comments, retry: and id: are legal. The API sends none, but relays add them.',
		example: 'retry: 300',
	},
} satisfies Record<string, Rule>;
