import {contentDelta, isContent} from '../messages/content-delta.js';
import type {SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {isObject, objectAt, parseJson, stringAt} from '../wire/json.js';

/**
 * A content block over time; times are on the trace's clock. `deltas` are the times of all its deltas, `length` the UTF-16 units that they
 * brought, `kind` the kind of its block.
 */
export type BlockTimes = {
	readonly index: number;
	readonly kind: string;
	readonly start: number;
	stop: number | null;
	readonly deltas: number[];
	length: number;
};

/**
 * When the events of one exchange came: what the drawings need. Grows with the trace, each event is looked at once; a prefix is what came
 * up to a time.
 */
export class ExchangeTimeline {
	readonly exchange: number;
	/** Non-empty content deltas, in their order: the gaps between them are the inter-chunk gaps. */
	readonly content: number[] = [];
	readonly blocks: BlockTimes[] = [];
	readonly pings: number[] = [];
	readonly errors: number[] = [];
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
				this.#add(event);
			}
		}
	}

	#add(event: TraceEvent): void {
		if (event.type === 'sse') {
			this.#addSse(event);
		} else if (event.type === 'end' && event.outcome === 'failed') {
			this.errors.push(event.at);
		} else if (event.type === 'response' && event.status >= 400) {
			this.errors.push(event.at);
		}
	}

	#addSse(event: SseTraceEvent): void {
		const parsed = parseJson(event.data);
		const payload = isObject(parsed) ? parsed : {};
		const index = typeof payload.index === 'number' ? payload.index : -1;
		if (event.event === 'ping') {
			this.pings.push(event.at);
		} else if (event.event === 'error') {
			this.errors.push(event.at);
		} else if (payload.type === 'content_block_start') {
			const kind = stringAt(objectAt(payload, 'content_block'), 'type');
			this.blocks.push({index, kind, start: event.at, stop: null, deltas: [], length: 0});
		} else if (payload.type === 'content_block_stop') {
			const block = this.#openBlock(index);
			if (block !== undefined) {
				block.stop = event.at;
			}
		} else {
			const delta = contentDelta(payload);
			if (delta !== null) {
				const block = this.#openBlock(delta.index);
				if (block !== undefined) {
					block.deltas.push(event.at);
					block.length += delta.length;
				}

				if (isContent(delta)) {
					this.content.push(event.at);
				}
			}
		}
	}

	#openBlock(index: number): BlockTimes | undefined {
		return this.blocks.findLast(block => block.index === index);
	}
}

/** The times up to and with `until`; `times` is in ascending order. */
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
