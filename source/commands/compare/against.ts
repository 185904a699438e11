import {compareStreams, type StreamComparison} from '../../analysis/comparison/compare-streams.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {foldTrace} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {UsageError} from '../usage-error.js';

/** One of two streams. `hasTimes` is false for a capture with made-up times. `exchange` is the one to compare; without it, the last one. */
export type Side = {
	readonly name: string;
	readonly events: readonly TraceEvent[];
	readonly hasTimes: boolean;
	readonly exchange?: number;
};

/** Compares two exchanges. */
export function compareSides(left: Side, right: Side): StreamComparison {
	return compareStreams(openSide(left), openSide(right));
}

function openSide(side: Side) {
	const {name, events, hasTimes} = side;
	const view = lastStream(side);
	const {length} = foldTrace(events).exchanges;
	const which = length > 1 ? `, exchange ${view.exchange} of ${length}` : '';
	return {name: `${name}${which}`, events, view, hasTimes};
}

/** The exchange of a side that is compared. Throws a `UsageError` if there is none. */
export function lastStream({
	name,
	events,
	exchange,
}: Pick<Side, 'name' | 'events' | 'exchange'>): ExchangeView {
	const views = [...itemsOf(foldTrace(events).exchanges)];
	if (exchange !== undefined) {
		const chosen = views.find(view => view.exchange === exchange);
		if (chosen === undefined) {
			const numbers = views.map(view => view.exchange);
			const has =
				numbers.length === 0
					? 'none'
					: `${numbers.slice(0, 20).join(', ')}${numbers.length > 20 ? ' …' : ''}`;
			throw new UsageError(`${name} has no exchange ${exchange}.`, `It has ${has}.`);
		}

		return chosen;
	}

	const last = views.findLast(({message}) => message !== null) ?? views.at(-1);
	if (last === undefined) {
		throw new UsageError(`${name} has no exchange.`, 'Compare with a recording or a captured stream.');
	}

	return last;
}
