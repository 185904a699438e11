import {Trace} from './trace.js';
import type {SseTraceEvent, TraceEvent} from './trace-event.js';

/** The number of event kinds to distinguish. A server may invent any number of them. */
const maxKinds = 64;

/**
 * A trace for callers that need only the clocks and the usage of an answer, not its content. It keeps the first and last events of each kind,
 * so its size does not depend on the answer's length. Positions count the kept events.
 */
export class SlimTrace {
	readonly #trace = new Trace();
	readonly #kinds = new Set<string>();
	#latest = new Map<string, SseTraceEvent>();

	get length(): number {
		return this.#trace.length;
	}

	/** The view of the kept events, up to the last one that was not a server-sent event. */
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
			// Appended to the end, so that the held events stay in order of arrival.
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
		// The clocks do not count empty deltas.
		const isEmpty = /"(?:text|thinking|partial_json)"\s*:\s*""/.test(beginning);
		// A fallback says which model answers.
		const block = /"content_block"\s*:\s*\{\s*"type"\s*:\s*"([a-z_]+)"/.exec(beginning)?.[1] ?? '';
		const kind = `${event} ${delta}${block}${isEmpty ? ' empty' : ''}`;
		return this.#kinds.has(kind) || this.#kinds.size < maxKinds ? kind : 'others';
	}
}
