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

type Read = {readonly attempt: number; readonly chunk: number; size: number; hasContent: boolean};

/** Counts the reads of one exchange as its events come. */
export class ReadCounter {
	#pieces = 0;
	#contentReads = 0;
	#until = 0;
	#reads = 0;
	#largest = 0;
	#shared = 0;
	#read: Read | null = null;
	#isNumbered = true;

	/** The events of a read are adjacent. */
	add(event: SseTraceEvent): void {
		const {attempt, chunk} = event;
		this.#isNumbered &&= chunk > 0;
		if (this.#read === null || this.#read.attempt !== attempt || this.#read.chunk !== chunk) {
			this.#read = {attempt, chunk, size: 0, hasContent: false};
			this.#reads++;
		}

		const read = this.#read;
		read.size++;
		this.#largest = Math.max(this.#largest, read.size);
		this.#shared += read.size === 1 ? 0 : read.size === 2 ? 2 : 1;
		if (isContent(decode(event).piece)) {
			this.#contentReads += read.hasContent ? 0 : 1;
			read.hasContent = true;
			this.#pieces++;
			this.#until = event.at;
		}
	}

	/** `null` if there were none, or if the trace does not number them. `since` is the time of the request, or `null` without times. */
	report(since: number | null): ReadReport | null {
		const reads = this.#reads;
		if (reads === 0 || !this.#isNumbered) {
			return null;
		}

		const pieces = this.#pieces;
		const contentReads = this.#contentReads;
		const isFull = pieces >= minContentHeight && (reads === 1 || pieces >= contentReads * bufferedContent);
		return {
			reads,
			largest: this.#largest,
			shared: this.#shared,
			isBuffered: isFull && since !== null && this.#until - since >= contentReads * longWait,
		};
	}
}
