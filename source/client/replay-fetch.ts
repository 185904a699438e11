import {setImmediate as nextTurn} from 'node:timers/promises';
import type {ResponseEvent, SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {encodeSse} from '../wire/encode-sse.js';
import {parseJson} from '../wire/json.js';
import type {SseEvent} from '../wire/sse-event.js';
import type {Fetch} from './fetch.js';

/** What follows the last recorded byte: the body ends, the connection breaks, or `atEnd` is called and the body stays open. */
export type ReplayEnding = 'end' | 'error' | {readonly atEnd: () => void};

/** The number of events that are read and handled in one stretch, which takes some milliseconds. */
export const stretch = 64;

/**
 * Creates a `fetch` that answers with the recorded bytes of one attempt, without delays. A read has many events, whatever reads they arrived
 * in: to the SDK that makes no difference, and a read costs it more than an event. It pauses between stretches for the consumer, because the
 * SDK's queue is slow once it is long. An attempt without a response fails like a connection.
 */
export function createReplayFetch(events: () => Iterable<TraceEvent>, ending: ReplayEnding): Fetch {
	return async (_input, init) => {
		const response = responseIn(events());
		if (response === null) {
			throw new TypeError('fetch failed', {cause: new Error('The recording has no response')});
		}

		const reads = readsOf(events());
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
			},
			async pull(controller) {
				await nextTurn();
				const {value, done} = reads.next();
				if (!done) {
					controller.enqueue(value);
				} else if (ending === 'end') {
					controller.close();
				} else if (ending === 'error') {
					controller.error(new TypeError('terminated'));
				} else {
					ending.atEnd();
				}
			},
		});
		return new Response(body, {status: statusOf(response), headers: headersOf(response, events())});
	};
}

/** `Response` accepts no other status. It is 0 if the capture does not include it. */
function statusOf({status}: ResponseEvent): number {
	return status >= 200 && status <= 599 && ![204, 205, 304].includes(status) ? status : 200;
}

/**
 * A hand-written recording may have headers that HTTP does not allow. If the content type was not captured, it is set from the body, because
 * the SDK reads JSON only if the type says so.
 */
function headersOf({headers}: ResponseEvent, events: Iterable<TraceEvent>): Array<[string, string]> {
	const isJson = Iterator.from(events).some(
		event => event.type === 'body' && parseJson(event.data) !== undefined,
	);
	const all = isJson ? {'content-type': 'application/json', ...headers} : headers;
	return Object.entries(all).filter(([name, value]) => /^[\w-]+$/.test(name) && /^[ -~]*$/.test(value));
}

function responseIn(events: Iterable<TraceEvent>): ResponseEvent | null {
	for (const event of events) {
		if (event.type === 'response') {
			return event;
		}
	}

	return null;
}

function* readsOf(events: Iterable<TraceEvent>): Generator<Uint8Array> {
	const encoder = new TextEncoder();
	let read = '';
	let count = 0;
	for (const event of events) {
		if (event.type === 'body') {
			yield encoder.encode(event.data);
		} else if (event.type === 'sse') {
			read += encodeSse(wireOf(event));
			count++;
			if (count % stretch === 0) {
				yield encoder.encode(read);
				read = '';
			}
		}
	}

	if (read !== '') {
		yield encoder.encode(read);
	}
}

/** A name cannot contain a line feed on the wire, but a hand-written recording may have one. */
function wireOf(event: SseTraceEvent): SseEvent {
	const {event: name} = event;
	return name !== null && /[\r\n]/.test(name) ? {...event, event: name.replaceAll(/[\r\n]/g, ' ')} : event;
}
