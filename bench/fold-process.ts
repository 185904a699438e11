// Folds a long answer into a trace, event by event as the live program does, and prints what that took and what it holds as JSON.
// Usage: node --expose-gc --import tsx bench/fold-process.ts DELTAS

import process from 'node:process';
import {Trace} from '../source/trace/trace.js';
import type {SseTraceEvent, TraceEvent} from '../source/trace/trace-event.js';
import {markerText} from './marker.js';
import type {FoldFigures} from './measure-fold.js';
import {monotonicNow} from './monotonic-now.js';

type WireEvent = {readonly type: string; readonly [field: string]: unknown};

const sse = (at: number, payload: WireEvent): SseTraceEvent => ({
	type: 'sse',
	at,
	exchange: 1,
	attempt: 1,
	chunk: Math.floor(at / 5),
	event: payload.type,
	// A copy, so that each string is separate, like one decoded from network bytes.
	data: Buffer.from(JSON.stringify(payload)).toString(),
});

const answer = (deltas: number): TraceEvent[] => {
	const message = {
		id: 'msg_bench',
		type: 'message',
		role: 'assistant',
		model: 'bench',
		content: [],
		usage: {},
	};
	const events: TraceEvent[] = [
		{type: 'request', at: 0, exchange: 1, attempt: 1, method: 'POST', url: '/v1/messages', body: null},
		{type: 'response', at: 1, exchange: 1, attempt: 1, status: 200, headers: {}},
		sse(2, {type: 'message_start', message}),
		sse(2, {type: 'content_block_start', index: 0, content_block: {type: 'text', text: ''}}),
	];
	for (let number = 0; number < deltas; number++) {
		const delta = {type: 'text_delta', text: markerText(number)};
		events.push(sse(3 + number, {type: 'content_block_delta', index: 0, delta}));
	}

	return events;
};

/** Bytes in use after garbage collection. */
const heldBytes = (): number => {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
};

const deltas = Number(process.argv[2]);
const before = heldBytes();
const events = answer(deltas);
const trace = new Trace();
const start = monotonicNow();
while (trace.length < events.length) {
	const event = events[trace.length];
	if (event) {
		trace.append(event);
	}
}

const seconds = (monotonicNow() - start) / 1000;
events.length = 0;
const memory = (heldBytes() - before) / 1e6;
const figures: FoldFigures = {seconds, memory, events: trace.length};
process.stdout.write(JSON.stringify(figures));
