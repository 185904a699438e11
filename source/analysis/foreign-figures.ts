import type {ExchangeView} from '../trace/exchange-view.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {type Summary, summarise} from './quantiles.js';

/** What can be said of a stream without knowing its vocabulary. Times are in milliseconds from the request; `gaps` are those between events. */
export type ForeignFigures = {
	readonly events: number;
	/** In UTF-16 units of the events' data. */
	readonly length: number;
	readonly reads: number;
	readonly headers: number | null;
	readonly firstEvent: number | null;
	readonly lastEvent: number | null;
	readonly total: number | null;
	readonly gaps: Summary | null;
};

/** Counts the events of one exchange as the trace grows. Each is read once, unless the playhead goes back. */
export class ForeignCounter {
	#exchange = 0;
	#until = 0;
	#events = 0;
	#length = 0;
	#reads = new Set<number>();
	#firstAt: number | null = null;
	#lastAt: number | null = null;
	#gaps: number[] = [];

	figures(trace: readonly TraceEvent[], view: ExchangeView): ForeignFigures {
		if (view.exchange !== this.#exchange || view.last + 1 < this.#until) {
			this.#begin(view);
		}

		for (; this.#until <= view.last; this.#until++) {
			const event = trace[this.#until];
			if (event?.type === 'sse' && event.exchange === view.exchange) {
				this.#events++;
				this.#length += event.data.length;
				this.#reads.add(event.chunk);
				if (this.#lastAt !== null) {
					this.#gaps.push(event.at - this.#lastAt);
				}

				this.#firstAt ??= event.at;
				this.#lastAt = event.at;
			}
		}

		const {request, headers, end} = view.timestamps;
		const since = (at: number | null) => (at === null ? null : at - request);
		return {
			events: this.#events,
			length: this.#length,
			reads: this.#reads.size,
			headers: since(headers),
			firstEvent: since(this.#firstAt),
			lastEvent: since(this.#lastAt),
			total: since(end),
			gaps: summarise(this.#gaps),
		};
	}

	#begin({exchange, first}: ExchangeView): void {
		this.#exchange = exchange;
		this.#until = first;
		this.#events = 0;
		this.#length = 0;
		this.#reads = new Set();
		this.#firstAt = null;
		this.#lastAt = null;
		this.#gaps = [];
	}
}
