import {replayVerdict} from '../../client/replay-verdict.js';
import {type MessageSnapshot, messageOf} from '../../messages/message-snapshot.js';
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
 * Runs the SDK over the events of one exchange. `positions` are their positions in the trace, and `snapshot` is the message that they build.
 */
export async function reportSdk(
	events: readonly TraceEvent[],
	positions: readonly number[],
	snapshot: MessageSnapshot | null,
): Promise<SdkReport> {
	const {outcome, error, message, yielded, dropped, thrownAt} = await replayVerdict(events);
	return {
		outcome,
		error: error === null ? null : {kind: error.kind, title: error.title, detail: error.detail},
		yielded,
		dropped,
		thrownAt: thrownAt === null ? null : (positions[thrownAt] ?? thrownAt) + 1,
		isSameMessage: message === null || snapshot === null ? null : isSameJson(messageOf(snapshot), message),
	};
}
