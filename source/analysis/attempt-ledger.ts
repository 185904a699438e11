import type {TraceEvent} from '../trace/trace-event.js';
import {utf8Length} from '../wire/utf8-length.js';

/** What an attempt brought. `position` is that of its request in the trace, `bytes` counts data in UTF-8. */
export type AttemptCount = {
	readonly exchange: number;
	readonly attempt: number;
	readonly position: number;
	bytes: number;
	reads: number;
};

/** Counts the bytes and reads of every attempt of a growing trace. Each event is read once. */
export class AttemptLedger {
	readonly #attempts = new Map<string, AttemptCount>();
	readonly #lastRead = new Map<string, number>();
	#seen = 0;

	/** Adds the new events of the trace. */
	extend(events: readonly TraceEvent[]): void {
		for (; this.#seen < events.length; this.#seen++) {
			const event = events[this.#seen];
			if (event !== undefined && event.type !== 'end') {
				this.#add(event, this.#seen);
			}
		}
	}

	/** The counts of an attempt; `null` if nothing of it has come. */
	of(exchange: number, attempt: number): Readonly<AttemptCount> | null {
		return this.#attempts.get(`${exchange}/${attempt}`) ?? null;
	}

	#add(event: Exclude<TraceEvent, {readonly type: 'end'}>, position: number): void {
		const {exchange, attempt} = event;
		const key = `${exchange}/${attempt}`;
		const count = this.#attempts.get(key) ?? {exchange, attempt, position, bytes: 0, reads: 0};
		this.#attempts.set(key, count);
		if (event.type === 'sse' || event.type === 'body') {
			count.bytes += utf8Length(event.data);
		}

		if (event.type === 'sse' && event.chunk > 0 && this.#lastRead.get(key) !== event.chunk) {
			this.#lastRead.set(key, event.chunk);
			count.reads++;
		}
	}
}
