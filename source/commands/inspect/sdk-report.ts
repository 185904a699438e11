import {replayExchange} from '../../client/replay-exchange.js';
import {messageOf} from '../../messages/message-snapshot.js';
import {exchangePositions} from '../../trace/exchange-positions.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {TraceView} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {SdkLane} from '../../trace/sdk-lane.js';
import type {TraceError, TraceEvent} from '../../trace/trace-event.js';
import {isSameJson} from '../../wire/is-same-json.js';

/**
 * How the official SDK handles an exchange. `yielded` and `dropped` count events; `thrownAt` is the number of the event at which it threw.
 * `isSameMessage`: its `finalMessage()` equals the message that we build; `null` if there is no message to compare.
 */
export type SdkReport = {
	readonly outcome: 'complete' | 'aborted' | 'failed';
	readonly error: Pick<TraceError, 'kind' | 'title' | 'detail'> | null;
	readonly yielded: number;
	readonly dropped: number;
	readonly thrownAt: number | null;
	readonly isSameMessage: boolean | null;
};

/**
 * Runs the SDK over every exchange of a trace, one after the other. Returns the reports by exchange number. `view` is the fold of the whole
 * trace.
 */
export async function reportSdk(
	events: readonly TraceEvent[],
	view: TraceView,
): Promise<ReadonlyMap<number, SdkReport>> {
	const reports = new Map<number, SdkReport>();
	for (const exchange of itemsOf(view.exchanges)) {
		reports.set(exchange.exchange, await reportExchange(events, exchange));
	}

	return reports;
}

async function reportExchange(events: readonly TraceEvent[], view: ExchangeView): Promise<SdkReport> {
	const lane = new SdkLane();
	const positions = exchangePositions(events, view);
	const {outcome, error, message} = await replayExchange(events, positions, lane);
	const sse = positions.filter(position => events[position]?.type === 'sse');
	const count = (wanted: string) => sse.filter(position => lane.at(position).verdict === wanted).length;
	const thrown = sse.find(position => lane.at(position).verdict === 'thrown');
	return {
		outcome,
		error: error === null ? null : {kind: error.kind, title: error.title, detail: error.detail},
		yielded: count('yielded'),
		dropped: count('dropped'),
		thrownAt: thrown === undefined ? null : thrown + 1,
		isSameMessage:
			message === null || view.message === null ? null : isSameJson(messageOf(view.message), message),
	};
}
