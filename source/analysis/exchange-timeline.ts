import type {WireEvent} from '../messages/decode.js';
import {isContent} from '../messages/vocabulary/piece.js';
import type {SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {arrived} from './arrived.js';
import {BlockRuns} from './block-runs.js';
import {dataBytes} from './measure-range.js';

/**
 * A content block over time, on the trace's clock. `deltas` are the times of all its deltas, and `kind` is the type of its block. `length`
 * counts the readable UTF-16 units, `signature` those of its signature.
 */
export type BlockTimes = {
	/** −1 if the wire gave none. */
	readonly index: number;
	readonly kind: string;
	readonly start: number;
	stop: number | null;
	readonly deltas: number[];
	length: number;
	signature: number;
};

/** One HTTP request over time. `headers` and `status` are `null` until its response came. `last` is the time of its newest event. */
export type AttemptTimes = {
	readonly attempt: number;
	readonly start: number;
	headers: number | null;
	status: number | null;
	last: number;
};

/** The number of gaps that share a kept maximum. */
const peakLength = 256;

/** The times of one exchange's events, for drawings. Grows with the trace, and reads each event once. A prefix is what arrived up to a time. */
export class ExchangeTimeline {
	readonly exchange: number;
	/** The arrival times of content, in order. The gaps between them are the inter-chunk gaps. */
	readonly content: number[] = [];
	readonly blocks: BlockTimes[] = [];
	readonly pings: number[] = [];
	readonly errors: number[] = [];
	readonly attempts: AttemptTimes[] = [];
	/** The times of everything that came over the wire, and the bytes of data before each: one more than there are times. */
	readonly arrivals: number[] = [];
	readonly bytes: number[] = [0];
	/** The longest of each `peakLength` gaps of content. */
	readonly #peaks: number[] = [];
	readonly #runs = new BlockRuns<BlockTimes>();
	#seen: number;

	/** `first` is the position of the exchange's first event. */
	constructor(exchange: number, first: number) {
		this.exchange = exchange;
		this.#seen = first;
	}

	extend(events: readonly TraceEvent[]): void {
		for (; this.#seen < events.length; this.#seen++) {
			const event = events[this.#seen];
			if (event?.exchange === this.exchange) {
				this.add(event);
			}
		}
	}

	/** Takes the exchange's next event. */
	add(event: TraceEvent): void {
		this.#addAttempt(event);
		if (event.type === 'sse') {
			this.#addSse(event);
		} else if (event.type === 'end' && event.outcome === 'failed') {
			this.errors.push(event.at);
		} else if (event.type === 'response' && event.status >= 400) {
			this.errors.push(event.at);
		}
	}

	/** The longest of the gaps that end at the content from one index up to another, without it. */
	longestGap(from: number, to: number): number {
		let longest = 0;
		for (let index = Math.max(1, from); index < to; index++) {
			if (index % peakLength === 0 && index + peakLength <= to) {
				longest = Math.max(longest, this.#peaks[index / peakLength] ?? 0);
				index += peakLength - 1;
			} else {
				longest = Math.max(longest, this.#gap(index));
			}
		}

		return longest;
	}

	#gap(index: number): number {
		return (this.content[index] ?? 0) - (this.content[index - 1] ?? 0);
	}

	#addAttempt(event: TraceEvent): void {
		if (event.type === 'request') {
			const {attempt, at} = event;
			this.attempts.push({attempt, start: at, headers: null, status: null, last: at});
			return;
		}

		const attempt = this.attempts.at(-1);
		if (attempt !== undefined) {
			attempt.last = event.at;
		}

		if (event.type === 'response' && attempt !== undefined) {
			attempt.headers = event.at;
			attempt.status = event.status;
		}

		if (event.type !== 'end') {
			this.arrivals.push(event.at);
			this.bytes.push((this.bytes.at(-1) ?? 0) + dataBytes(event));
		}
	}

	#addContentTime(at: number): void {
		const index = this.content.push(at) - 1;
		const chunk = Math.floor(index / peakLength);
		this.#peaks[chunk] = Math.max(this.#peaks[chunk] ?? 0, index === 0 ? 0 : this.#gap(index));
	}

	#addSse(event: SseTraceEvent): void {
		const decoded = arrived(event);
		if (decoded?.kind === 'ping') {
			this.pings.push(event.at);
		} else if (decoded?.kind === 'error') {
			this.errors.push(event.at);
		} else if (decoded !== null) {
			this.#addContent(decoded, event.at);
		}
	}

	#addContent(decoded: WireEvent, at: number): void {
		const found = this.#runs.follow(decoded, kind => this.#openBlock(decoded.index ?? -1, kind, at));
		const {piece} = decoded;
		if (found?.step === 'stop') {
			found.run.stop = at;
		} else if (found !== null && piece !== null) {
			found.run.length += isContent(piece) ? piece.text.length : 0;
			found.run.signature += piece.kind === 'signature' ? piece.text.length : 0;
			if (found.step === 'delta') {
				found.run.deltas.push(at);
			}
		}

		if (isContent(piece)) {
			this.#addContentTime(at);
		}
	}

	#openBlock(index: number, kind: string, start: number): BlockTimes {
		const block = {index, kind, start, stop: null, deltas: [], length: 0, signature: 0};
		this.blocks.push(block);
		return block;
	}
}

/** The times up to and including `until`. `times` is in ascending order. */
export function timesUntil(times: readonly number[], until: number): readonly number[] {
	let low = 0;
	let high = times.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((times[middle] ?? Number.POSITIVE_INFINITY) <= until) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low === times.length ? times : times.slice(0, low);
}
