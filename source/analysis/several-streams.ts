import type {TraceEvent} from '../trace/trace-event.js';

/**
 * Whether a growing trace has had two exchanges open at the same time, or requests of two programs. Only a POST asks for an answer.
 * Each event is read once.
 */
export class SeveralStreams {
	readonly #open = new Set<number>();
	#agent: string | null = null;
	#seen = 0;
	#isTrue = false;

	get isTrue(): boolean {
		return this.#isTrue;
	}

	extend(events: readonly TraceEvent[]): void {
		for (; this.#seen < events.length; this.#seen++) {
			const event = events[this.#seen];
			if (event?.type === 'request' && event.method === 'POST') {
				const agent = event.headers?.['user-agent'] ?? null;
				this.#open.add(event.exchange);
				this.#isTrue ||=
					this.#open.size > 1 || (this.#agent !== null && agent !== null && agent !== this.#agent);
				this.#agent ??= agent;
			} else if (event?.type === 'end') {
				this.#open.delete(event.exchange);
			}
		}
	}
}
