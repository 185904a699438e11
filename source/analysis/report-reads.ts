import {decode} from '../messages/decode.js';
import {isContent} from '../messages/vocabulary/piece.js';
import type {SseTraceEvent} from '../trace/trace-event.js';
import type {ReadReport} from './trace-report.js';

/**
 * The average content per read from which a stream may be called buffered. An API that sends in bursts pauses for half a second and then sends
 * about ten pieces.
 */
const bufferedContent = 20;

/** Fewer pieces of content than this can share a read by chance. */
const minContentHeight = 5;

/** The average wait for a read, in milliseconds, from which content counts as held back. A fast server also fills its reads. */
const longWait = 200;

/** Counts the reads of one exchange. `null` if the trace does not number them. `since` is the time of the request, or `null` without times. */
export function reportReads(events: readonly SseTraceEvent[], since: number | null): ReadReport | null {
	let pieces = 0;
	let contentReads = 0;
	let until = 0;
	let reads = 0;
	let largest = 0;
	let shared = 0;
	let read: {attempt: number; chunk: number; size: number; hasContent: boolean} | null = null;
	// The events of a read are adjacent.
	for (const event of events) {
		const {attempt, chunk} = event;
		if (chunk <= 0) {
			return null;
		}

		if (read === null || read.attempt !== attempt || read.chunk !== chunk) {
			read = {attempt, chunk, size: 0, hasContent: false};
			reads++;
		}

		read.size++;
		largest = Math.max(largest, read.size);
		shared += read.size === 1 ? 0 : read.size === 2 ? 2 : 1;
		if (isContent(decode(event).piece)) {
			contentReads += read.hasContent ? 0 : 1;
			read.hasContent = true;
			pieces++;
			until = event.at;
		}
	}

	const isFull = pieces >= minContentHeight && (reads === 1 || pieces >= contentReads * bufferedContent);
	return {
		reads,
		largest,
		shared,
		isBuffered: isFull && since !== null && until - since >= contentReads * longWait,
	};
}
