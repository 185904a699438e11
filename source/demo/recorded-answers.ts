import {Buffer} from 'node:buffer';
import type {
	BodyEvent,
	RequestEvent,
	ResponseEvent,
	SseTraceEvent,
	TraceEvent,
} from '../trace/trace-event.js';
import {encodeSse} from '../wire/encode-sse.js';
import {isObject} from '../wire/json.js';
import {recordedHeaders} from '../wire/recorded-headers.js';
import {type CanonicalRequest, canonicalRequest} from './canonical-request.js';
import type {StreamStep} from './cut-reads.js';
import type {PlannedResponse} from './planned-response.js';
import type {ResponseHeaders} from './response-headers.js';

/** One answer of a recording, to be sent again: its reads, with the delays between them. */
export type RecordedAnswer = {
	/** What was asked, to recognise the same question. `null` if the recording does not say. */
	readonly key: string | null;
	/** The whole question in a form that can be compared. */
	readonly asked: CanonicalRequest | null;
	readonly isStream: boolean;
	readonly status: number;
	readonly headers: ResponseHeaders;
	readonly plan: PlannedResponse;
};

type Attempt = {
	readonly exchange: number;
	request: RequestEvent | null;
	response: ResponseEvent | null;
	readonly parts: Array<SseTraceEvent | BodyEvent>;
	isWhole: boolean;
};

/** The answers of a recording in their order: one for each attempt that got a response or a part of one. */
export function recordedAnswers(events: readonly TraceEvent[]): readonly RecordedAnswer[] {
	const attempts = new Map<string, Attempt>();
	const latest = new Map<number, Attempt>();
	for (const event of events) {
		if (event.type === 'end') {
			const attempt = latest.get(event.exchange);
			if (attempt !== undefined) {
				attempt.isWhole = event.outcome === 'complete';
			}

			continue;
		}

		const place = `${event.exchange}.${event.attempt}`;
		const {exchange} = event;
		const attempt = attempts.get(place) ?? {
			exchange,
			request: null,
			response: null,
			parts: [],
			isWhole: false,
		};
		attempts.set(place, attempt);
		latest.set(exchange, attempt);
		switch (event.type) {
			case 'request':
				attempt.request = event;
				break;
			case 'response':
				attempt.response = event;
				break;
			case 'altered':
				// A replay sends what the server sent.
				break;
			default:
				attempt.parts.push(event);
		}
	}

	return [...attempts.values()]
		.filter(({response, parts}) => response !== null || parts.length > 0)
		.map(recordedAnswer);
}

/** What makes two requests the same question: their messages, whatever the order of the fields. `null` if there are none. */
export function questionKey(body: unknown): string | null {
	return isObject(body) && Array.isArray(body.messages) ? JSON.stringify(body.messages, sortFields) : null;
}

function sortFields(_: string, value: unknown): unknown {
	return isObject(value)
		? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
		: value;
}

function recordedAnswer({request, response, parts, isWhole}: Attempt): RecordedAnswer {
	const isStream = parts.length === 0 || parts.some(({type}) => type === 'sse');
	const began = response?.at ?? parts[0]?.at ?? 0;
	// 0 means that a capture has no status. Node sends none below 200 as a final one.
	const status =
		response !== null && response.status >= 200 && response.status <= 599 ? response.status : 200;
	return {
		key: questionKey(request?.body),
		asked: request === null ? null : canonicalRequest(request.method, request.url, request.body),
		isStream: isStream && status === 200,
		status,
		headers: {
			'content-type': isStream ? 'text/event-stream; charset=utf-8' : 'application/json',
			...sendable(recordedHeaders(Object.entries(response?.headers ?? {}))),
		},
		plan: {
			responseMs: Math.max(0, began - (request?.at ?? began)),
			steps: readsOf(parts, began),
			// A body that is no stream is kept only when it is whole.
			ending: isWhole || !isStream || parts.some(hasEnded) ? 'end' : 'close',
		},
	};
}

type ReadPart = {readonly at: number; readonly chunk: number | null; readonly bytes: Uint8Array};

/** What one read brought is written together, also where reads ended inside events. */
function readsOf(parts: Attempt['parts'], began: number): StreamStep[] {
	const reads: Array<{readonly at: number; readonly chunk: number | null; readonly bytes: Uint8Array[]}> = [];
	for (const {at, chunk, bytes} of parts.flatMap(readParts)) {
		const last = reads.at(-1);
		if (last !== undefined && chunk !== null && last.chunk === chunk) {
			last.bytes.push(bytes);
		} else {
			reads.push({at, chunk, bytes: [bytes]});
		}
	}

	return reads.map(({at, bytes}, index) => ({
		delayMs: Math.max(0, at - (reads[index - 1]?.at ?? began)),
		bytes: Buffer.concat(bytes),
	}));
}

/** The parts of an event that came in different reads, or the one part of what came at once. */
function readParts(part: SseTraceEvent | BodyEvent): readonly ReadPart[] {
	if (part.type !== 'sse') {
		return [{at: part.at, chunk: null, bytes: Buffer.from(part.data)}];
	}

	const bytes = Buffer.from(encodeSse(part));
	const {cuts = []} = part;
	let begin = 0;
	return [...cuts, [bytes.length, part.at] as const].flatMap(([end, at], index) => {
		// Another program may have written cuts that are not in order.
		const start = begin;
		begin = Math.max(start, Math.min(end, bytes.length));
		const chunk = part.chunk - cuts.length + index;
		return begin === start ? [] : [{at, chunk, bytes: bytes.subarray(start, begin)}];
	});
}

function hasEnded(part: SseTraceEvent | BodyEvent): boolean {
	return part.type === 'sse' && (part.event === 'message_stop' || part.event === 'error');
}

/** What Node refuses to send in the value of a header (RFC 9110, 5.5). Node's own check would load all of `node:http`, and so does a start. */
const unsendable = /[^\t\u0020-\u007E\u0080-\u00FF]/;

/** A recording written by hand may have values that HTTP does not allow. */
function sendable(headers: ResponseHeaders): ResponseHeaders {
	return Object.fromEntries(Object.entries(headers).filter(([, value]) => !unsendable.test(String(value))));
}
