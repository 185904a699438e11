import {Trace} from './trace.js';
import type {SseTraceEvent, TraceEvent} from './trace-event.js';

/** How many kinds of events are told apart: a server may make up as many as it likes. */
const maxKinds = 64;

/**
 * A trace for whoever wants the clocks and the usage of an answer, and not what it says. Of the events of each kind it keeps the first and
 * the last, so it stays as small as it is, however long the answer. Positions are those of what it keeps.
 */
export class SlimTrace {
	readonly #trace = new Trace();
	readonly #kinds = new Set<string>();
	#latest = new Map<string, SseTraceEvent>();

	get length(): number {
		return this.#trace.length;
	}

	/** The view of what is kept, as of the last event that was no server-sent one. */
	get view(): Trace['view'] {
		return this.#trace.view;
	}

	at(position: number): TraceEvent | undefined {
		return this.#trace.at(position);
	}

	append(event: TraceEvent): void {
		if (event.type !== 'sse') {
			this.#settle();
			this.#trace.append(event);
			return;
		}

		const kind = this.#kindOf(event);
		if (this.#kinds.has(kind)) {
			// At its end, so that the events that are held stand in the order in which they came.
			this.#latest.delete(kind);
			this.#latest.set(kind, event);
		} else {
			this.#kinds.add(kind);
			this.#trace.append(event);
		}
	}

	subscribe(listener: () => void): () => void {
		return this.#trace.subscribe(listener);
	}

	#settle(): void {
		const held = this.#latest;
		this.#latest = new Map();
		for (const event of held.values()) {
			this.#trace.append(event);
		}
	}

	#kindOf({event, data}: SseTraceEvent): string {
		const beginning = data.slice(0, 200);
		const delta = /"([a-z_]+_delta)"/.exec(beginning.replace('"content_block_delta"', ''))?.[1] ?? '';
		// The clocks count no empty deltas.
		const isEmpty = /"(?:text|thinking|partial_json)"\s*:\s*""/.test(beginning);
		const kind = `${event} ${delta}${isEmpty ? ' empty' : ''}`;
		return this.#kinds.has(kind) || this.#kinds.size < maxKinds ? kind : 'others';
	}
}
