import type {ExchangeView} from './exchange-view.js';
import {fenced} from './fence.js';
import {foldExchange, passOver} from './fold-exchange.js';
import {emptyList, itemAt, type PersistentList, withItem} from './persistent-list.js';
import type {TraceEvent} from './trace-event.js';

/** Everything that a prefix of the trace tells. `length` is the prefix's length: the playhead. */
export type TraceView = {
	readonly length: number;
	readonly exchanges: PersistentList<ExchangeView>;
};

export const emptyView: TraceView = {length: 0, exchanges: emptyList()};

/** Folds the next event of the trace into the view. Pure; the cost does not depend on how many events came before. */
export function foldEvent(view: TraceView, event: TraceEvent): TraceView {
	const index = indexOfExchange(view.exchanges, event.exchange);
	const before = itemAt(view.exchanges, index) ?? null;
	const folded = fenced(
		event,
		() => foldExchange(before, event, view.length),
		() => passOver(before, event, view.length),
	);
	return {length: view.length + 1, exchanges: withItem(view.exchanges, index, folded)};
}

/** The view of a whole trace, or of its first `length` events. */
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

/** The exchange of a number, or `null` where there is none. Those that are asked for are mostly the newest. */
export function exchangeIn({exchanges}: TraceView, number: number): ExchangeView | null {
	return itemAt(exchanges, indexOfExchange(exchanges, number)) ?? null;
}

/** Where the exchange of a number stands, or the list's length for one that is new. Events belong to one of the newest, as a rule. */
function indexOfExchange(exchanges: PersistentList<ExchangeView>, number: number): number {
	for (let index = exchanges.length - 1; index >= 0; index--) {
		if (itemAt(exchanges, index)?.exchange === number) {
			return index;
		}
	}

	return exchanges.length;
}
