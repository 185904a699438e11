import type {ExchangeView} from './exchange-view.js';
import {fenced} from './fence.js';
import {foldHeld} from './fold-altered.js';
import {foldExchange, passOver} from './fold-exchange.js';
import {emptyList, itemAt, type PersistentList, withItem} from './persistent-list.js';
import type {TraceEvent} from './trace-event.js';

/** Everything that a prefix of the trace shows. `length` is the prefix's length: the playhead. */
export type TraceView = {
	readonly length: number;
	readonly exchanges: PersistentList<ExchangeView>;
	/** The exchanges whose streams a proxy holds, in the order in which it began to. */
	readonly held: readonly number[];
};

export const emptyView: TraceView = {length: 0, exchanges: emptyList(), held: []};

/** Folds the next event of the trace into the view. Pure. The cost does not depend on the number of events before it. */
export function foldEvent(view: TraceView, event: TraceEvent): TraceView {
	const index = indexOfExchange(view.exchanges, event.exchange);
	const before = itemAt(view.exchanges, index) ?? null;
	const folded = foldIntoExchange(before, event, view.length);
	return {
		length: view.length + 1,
		exchanges: withItem(view.exchanges, index, folded),
		held: foldHeld(view.held, folded),
	};
}

/** Folds one event into its exchange, `null` if it is the exchange's first. An event that cannot be folded is counted. */
export function foldIntoExchange(
	before: ExchangeView | null,
	event: TraceEvent,
	position: number,
): ExchangeView {
	return fenced(
		event,
		() => foldExchange(before, event, position),
		() => passOver(before, event, position),
	);
}

/** Folds a whole trace, or its first `length` events. */
export function foldTrace(events: readonly TraceEvent[], length = events.length): TraceView {
	let view = emptyView;
	for (let position = 0; position < length; position++) {
		const event = events[position];
		if (event !== undefined) {
			view = foldEvent(view, event);
		}
	}

	return view;
}

/** The exchange with a number, or `null` if there is none. Searches from the end, because callers mostly ask for new ones. */
export function exchangeIn({exchanges}: TraceView, number: number): ExchangeView | null {
	return itemAt(exchanges, indexOfExchange(exchanges, number)) ?? null;
}

/**
 * The index of the exchange with a number, or the list's length if it is new. Events usually belong to the newest. Exchanges are usually in the
 * order of their numbers, so most others are found by bisecting; a file may have them in any order.
 */
function indexOfExchange(exchanges: PersistentList<ExchangeView>, number: number): number {
	const {length} = exchanges;
	if (itemAt(exchanges, length - 1)?.exchange === number) {
		return length - 1;
	}

	const index = bisect(exchanges, number);
	return itemAt(exchanges, index)?.exchange === number ? index : walk(exchanges, number);
}

/** The index of the first exchange whose number is not lower, if they are in order. */
function bisect(exchanges: PersistentList<ExchangeView>, number: number): number {
	let low = 0;
	let high = exchanges.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((itemAt(exchanges, middle)?.exchange ?? 0) < number) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
}

function walk(exchanges: PersistentList<ExchangeView>, number: number): number {
	for (let index = exchanges.length - 1; index >= 0; index--) {
		if (itemAt(exchanges, index)?.exchange === number) {
			return index;
		}
	}

	return exchanges.length;
}
