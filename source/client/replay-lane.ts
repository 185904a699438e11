import {exchangePositions} from '../trace/exchange-positions.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {exchangeIn} from '../trace/fold-trace.js';
import {itemsOf} from '../trace/persistent-list.js';
import type {SdkLane} from '../trace/sdk-lane.js';
import type {Trace} from '../trace/trace.js';
import {replayExchange} from './replay-exchange.js';

/** Finds the SDK's verdicts on an exchange. `null` if there are none to find, or not yet. */
type Judge = (exchange: number) => Promise<void> | null;

/**
 * Fills the SDK lane for the events that a trace was loaded with, one exchange at a time and only on request. For later events, it is known
 * already. A second request for an exchange returns `null`. Other tasks run in between.
 */
export function createReplayLane(trace: Trace, lane: SdkLane): Judge {
	const loaded = new Map([...itemsOf(trace.view.exchanges)].map(view => [view.exchange, view]));
	return judgeOnce(trace, lane, exchange => loaded.get(exchange) ?? null);
}

/** The same for a trace that another program appends to: an exchange is judged once it has ended. */
export function createGrowingLane(trace: Trace, lane: SdkLane): Judge {
	return judgeOnce(trace, lane, exchange => {
		const view = exchangeIn(trace.view, exchange);
		return view?.end ? view : null;
	});
}

function judgeOnce(trace: Trace, lane: SdkLane, find: (exchange: number) => ExchangeView | null): Judge {
	const judged = new Set<number>();
	let before: Promise<unknown> = Promise.resolve();
	return exchange => {
		const view = judged.has(exchange) ? null : find(exchange);
		if (view === null || view.foreign !== null) {
			return null;
		}

		judged.add(exchange);
		const result = before.then(async () => {
			await replayExchange(trace.events, exchangePositions(trace.events, view), lane);
		});
		before = result;
		return result;
	};
}
