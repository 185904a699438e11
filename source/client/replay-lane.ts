import {exchangePositions} from '../trace/exchange-positions.js';
import {itemsOf} from '../trace/persistent-list.js';
import type {SdkLane} from '../trace/sdk-lane.js';
import type {Trace} from '../trace/trace.js';
import {replayExchange} from './replay-exchange.js';

/**
 * Fills the SDK lane for the events that a trace was loaded with, one exchange at a time and only on request. For later events, it is known
 * already. A second request for an exchange returns `null`. Other tasks run in between.
 */
export function createReplayLane(trace: Trace, lane: SdkLane): (exchange: number) => Promise<void> | null {
	const waiting = new Map([...itemsOf(trace.view.exchanges)].map(view => [view.exchange, view]));
	let before: Promise<unknown> = Promise.resolve();
	return exchange => {
		const view = waiting.get(exchange);
		if (view === undefined) {
			return null;
		}

		waiting.delete(exchange);
		const judged = before.then(async () => {
			await replayExchange(trace.events, exchangePositions(trace.events, view), lane);
		});
		before = judged;
		return judged;
	};
}
