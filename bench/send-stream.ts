import type {ServerResponse} from 'node:http';
import {setTimeout as delay} from 'node:timers/promises';
import {markerText} from './marker.js';
import {monotonicNow} from './monotonic-now.js';
import type {StreamPlan, StreamSent} from './stream-plan.js';

const usage = {
	input_tokens: 12,
	cache_creation_input_tokens: 0,
	cache_read_input_tokens: 0,
	output_tokens: 1,
};

type WireEvent = {readonly type: string; readonly [field: string]: unknown};

/** An event as sent over the wire. */
export const frame = (data: WireEvent): string => `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;

/** The events of an answer before its deltas. */
export const opening = (id: string): string[] => [
	frame({
		type: 'message_start',
		message: {
			id,
			type: 'message',
			role: 'assistant',
			model: 'claude-haiku-5-5',
			content: [],
			stop_reason: null,
			stop_sequence: null,
			usage,
		},
	}),
	frame({type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}}),
	frame({type: 'ping'}),
];

const closing = (deltas: number): string[] => [
	frame({type: 'content_block_stop', index: 0}),
	frame({
		type: 'message_delta',
		delta: {stop_reason: 'end_turn', stop_sequence: null},
		usage: {...usage, output_tokens: deltas},
	}),
	frame({type: 'message_stop'}),
];

/** The number of events in an answer that are not deltas. */
export const envelopeEvents = opening('').length + closing(0).length;

/** The event with a marker's text. */
export const delta = (number: number): string =>
	frame({
		type: 'content_block_delta',
		index: 0,
		delta: {type: 'text_delta', text: markerText(number)},
	});

/**
 * Writes a whole answer at an exact rate. Each delta is due at a fixed time after the first, however late the previous one was. Resolves after
 * the last event and leaves the body open.
 */
export const sendStream = async (
	response: ServerResponse,
	{deltas, perSecond}: StreamPlan,
	firstMarker: number,
): Promise<StreamSent> => {
	response.writeHead(200, {'content-type': 'text/event-stream', 'request-id': `req_bench_${firstMarker}`});
	const first = opening(`msg_bench_${firstMarker}`);
	const last = closing(deltas);
	for (const text of first) {
		response.write(text);
	}

	const start = monotonicNow();
	const sentAt: number[] = [];
	while (sentAt.length < deltas) {
		const now = monotonicNow();
		const due = perSecond === null ? deltas : Math.floor(((now - start) * perSecond) / 1000) + 1;
		while (sentAt.length < Math.min(due, deltas)) {
			const text = delta(firstMarker + sentAt.length);
			sentAt.push(monotonicNow());
			response.write(text);
		}

		if (sentAt.length < deltas && perSecond !== null) {
			await delay(Math.max(1, start + (sentAt.length * 1000) / perSecond - monotonicNow()));
		}
	}

	const lastByteAt = monotonicNow();
	for (const text of last) {
		response.write(text);
	}

	return {firstMarker, sentAt, lastByteAt, events: first.length + deltas + last.length};
};
