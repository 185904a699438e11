import {isDeepStrictEqual} from 'node:util';
import {type PlacedEvent, replayExchange} from '../../client/replay-exchange.js';
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
	const placed = Map.groupBy(
		events.map((event, position) => ({event, position})),
		({event}) => event.exchange,
	);
	const reports = new Map<number, SdkReport>();
	for (const [exchange, recorded] of placed) {
		reports.set(exchange, await reportExchange(recorded));
	}

	return reports;
}

async function reportExchange(recorded: readonly PlacedEvent[]): Promise<SdkReport> {
	const lane = new SdkLane();
	const {outcome, error, message} = await replayExchange(recorded, lane);
	const verdicts = recorded
		.filter(({event}) => event.type === 'sse')
		.map(({position}) => ({position, verdict: lane.at(position).verdict}));
	const count = (wanted: string) => verdicts.filter(({verdict}) => verdict === wanted).length;
	const own = ownMessage(recorded);
	const thrown = verdicts.find(({verdict}) => verdict === 'thrown');
	return {
		outcome,
		error: error === null ? null : {kind: error.kind, title: error.title, detail: error.detail},
		yielded: count('yielded'),
		dropped: count('dropped'),
		thrownAt: thrown === undefined ? null : thrown.position + 1,
		isSameMessage: message === null || own === null ? null : isDeepStrictEqual(own, message),
	};
}

/** The message that the events build, as plain JSON. */
function ownMessage(recorded: readonly PlacedEvent[]): unknown {
	const view = lastItem(foldTrace(recorded.map(({event}) => event)).exchanges);
	return view?.message ? JSON.parse(JSON.stringify(messageOf(view.message))) : null;
}
