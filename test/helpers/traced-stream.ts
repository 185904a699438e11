import type {SseTraceEvent, TraceEvent} from '../../source/trace/trace-event.js';
import {type SampleEvent, toWire} from '../messages/conformance/sample-stream.js';

type StreamOptions = {
	readonly exchange?: number;
	readonly attempt?: number;
	readonly status?: number;
	readonly body?: unknown;
	readonly contentType?: string;
	/** Milliseconds between two events, and the number of events per read. */
	readonly pace?: number;
	readonly perRead?: number;
};

/** A request at 0 ms, its response at 100 ms, and the events of a sample, as a tap reports them. */
export function tracedStream(
	events: readonly SampleEvent[],
	{
		exchange = 1,
		attempt = 1,
		status = 200,
		body = {stream: true},
		contentType = 'text/event-stream; charset=utf-8',
		pace = 10,
		perRead = 1,
	}: StreamOptions = {},
): readonly TraceEvent[] {
	const place = {exchange, attempt};
	const headers = {'content-type': contentType, 'request-id': 'req_1'};
	return [
		{type: 'request', at: 0, ...place, method: 'POST', url: 'https://api.test/v1/messages', body},
		{type: 'response', at: 100, ...place, status, headers},
		...events.map((event, index): SseTraceEvent => {
			const read = Math.floor(index / perRead);
			return {type: 'sse', at: 110 + read * perRead * pace, ...place, chunk: read + 1, ...toWire(event)};
		}),
	];
}

/** How an exchange ended. */
export const complete = (at: number, exchange = 1): TraceEvent => ({
	type: 'end',
	at,
	exchange,
	outcome: 'complete',
	error: null,
	message: null,
});

export const aborted = (at: number): TraceEvent => ({
	type: 'end',
	at,
	exchange: 1,
	outcome: 'aborted',
	error: null,
	message: null,
});

export const failed = (at: number, kind: string): TraceEvent => ({
	type: 'end',
	at,
	exchange: 1,
	outcome: 'failed',
	error: {kind, title: 'It failed', detail: null, hint: ''},
	message: null,
});
