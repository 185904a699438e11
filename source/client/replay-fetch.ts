import {setImmediate as nextTurn} from 'node:timers/promises';
import type {ResponseEvent, SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {encodeSse} from '../wire/encode-sse.js';
import {parseJson} from '../wire/json.js';
import type {Fetch} from './fetch.js';

/** What follows the last recorded byte: the body ends, the connection breaks, or `atEnd` is called and the body stays open. */
export type ReplayEnding = 'end' | 'error' | {readonly atEnd: () => void};

/** The number of events that are read and handled in one stretch, which takes some milliseconds. */
export const stretch = 64;

/**
 * Creates a `fetch` that answers with the recorded bytes of one attempt, read for read and without delays. It pauses between stretches for
 * the consumer, because the SDK's queue is slow once it is long. An attempt without a response fails like a connection.
 */
export function createReplayFetch(events: () => Iterable<TraceEvent>, ending: ReplayEnding): Fetch {
	return async (_input, init) => {
		const response = responseIn(events());
		if (response === null) {
			throw new TypeError('fetch failed', {cause: new Error('The recording has no response')});
		}

		const reads = readsOf(events());
		let count = 0;
		const body = new ReadableStream<Uint8Array>({
			start(controller) {
				init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
			},
			async pull(controller) {
				count++;
				if (count % stretch === 0) {
					await nextTurn();
				}

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
	let chunk: number | null = null;
	let count = 0;
	for (const event of events) {
		if (event.type === 'body') {
			yield encoder.encode(event.data);
		} else if (event.type === 'sse') {
			if (chunk !== null && (chunk !== event.chunk || count === stretch)) {
				yield encoder.encode(read);
				read = '';
				count = 0;
			}

			count++;
			chunk = event.chunk;
			read += encodeSse(wireOf(event));
		}
	}

	if (read !== '') {
		yield encoder.encode(read);
	}
}

/** A name cannot contain a line feed on the wire, but a hand-written recording may have one. */
function wireOf({event, ...rest}: SseTraceEvent): Omit<SseTraceEvent, 'type'> {
	return {...rest, event: event?.replaceAll(/[\r\n]/g, ' ') ?? null};
}
