import {isDeepStrictEqual} from 'node:util';
import {replayExchange} from '../../client/replay-exchange.js';
import {messageOf} from '../../protocol/message-snapshot.js';
import {foldTrace} from '../../trace/fold-trace.js';
import {lastItem} from '../../trace/persistent-list.js';
import {SdkLane} from '../../trace/sdk-lane.js';
import type {TraceError, TraceEvent} from '../../trace/trace-event.js';

/**
 * What the official SDK makes of an exchange. `yielded` and `dropped` count its events, `thrownAt` is the number of the one at which it threw.
 * `isSameMessage`: its `finalMessage()` equals what the events build here; `null` where there is no message to compare.
 */
export type SdkReport = {
	readonly outcome: 'complete' | 'aborted' | 'failed';
	readonly error: Pick<TraceError, 'kind' | 'title' | 'detail'> | null;
	readonly yielded: number;
	readonly dropped: number;
	readonly thrownAt: number | null;
	readonly isSameMessage: boolean | null;
};

/** Runs the SDK over every exchange of a trace, one after the other; the numbers of the exchanges lead to the reports. */
export async function reportSdk(events: readonly TraceEvent[]): Promise<ReadonlyMap<number, SdkReport>> {
	const positions = new Map<number, number[]>();
	for (const [position, {exchange}] of events.entries()) {
		const own = positions.get(exchange) ?? [];
		positions.set(exchange, own);
		own.push(position);
	}

	const reports = new Map<number, SdkReport>();
	for (const [exchange, own] of positions) {
		reports.set(exchange, await reportExchange(events, own));
	}

	return reports;
}

async function reportExchange(
	events: readonly TraceEvent[],
	positions: readonly number[],
): Promise<SdkReport> {
	const lane = new SdkLane();
	const {outcome, error, message} = await replayExchange(events, positions, lane);
	const sse = positions.filter(position => events[position]?.type === 'sse');
	const count = (wanted: string) => sse.filter(position => lane.at(position).verdict === wanted).length;
	const own = ownMessage(events, positions);
	const thrown = sse.find(position => lane.at(position).verdict === 'thrown');
	return {
		outcome,
		error: error === null ? null : {kind: error.kind, title: error.title, detail: error.detail},
		yielded: count('yielded'),
		dropped: count('dropped'),
		thrownAt: thrown === undefined ? null : thrown + 1,
		isSameMessage: message === null || own === null ? null : isDeepStrictEqual(own, message),
	};
}

/** The message that the events build, as plain JSON. */
function ownMessage(events: readonly TraceEvent[], positions: readonly number[]): unknown {
	const own = positions.flatMap(position => events[position] ?? []);
	const view = lastItem(foldTrace(own).exchanges);
	return view?.message ? JSON.parse(JSON.stringify(messageOf(view.message))) : null;
}
