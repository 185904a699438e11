import type {TraceEvent} from '../trace/trace-event.js';

/** Whether exchanges of a growing trace overlap, as those of several clients do. Each event is read once. */
export class ExchangeOverlap {
	readonly #seen = new Set<number>();
	#last = 0;
	#position = 0;
	#first = Number.POSITIVE_INFINITY;

	extend(events: readonly TraceEvent[]): void {
		for (; this.#position < events.length; this.#position++) {
			const {exchange = 0} = events[this.#position] ?? {};
			if (exchange !== this.#last && this.#seen.has(exchange)) {
				this.#first = Math.min(this.#first, this.#position);
			}

			this.#seen.add(exchange);
			this.#last = exchange;
		}
	}

	/** Whether an exchange continues after another one has begun, within the first `length` events. */
	within(length: number): boolean {
		return this.#first < length;
	}
}

/** How far back the event before is looked for: others may stand between. */
const maxDistance = 256;

/** The event before, in the same exchange, among those that count. `undefined` if there is none near by. */
export function eventBefore(
	events: readonly TraceEvent[],
	position: number,
	counts: (event: TraceEvent) => boolean = () => true,
): TraceEvent | undefined {
	const exchange = events[position]?.exchange;
	for (let before = position - 1; before >= Math.max(0, position - maxDistance); before--) {
		const event = events[before];
		if (event !== undefined && event.exchange === exchange && counts(event)) {
			return event;
		}
	}

	return undefined;
}
