import {replayExchange} from '../../client/replay-exchange.js';
import {SdkLane} from '../../trace/sdk-lane.js';
import type {EndEvent, TraceEvent} from '../../trace/trace-event.js';

/** The SDK reads this many events before anyone waits for the screen. */
const maxEvents = 2000;

/** Nobody asked from here, so nobody can ask again. */
const hint = 'The row marked as thrown in the event log shows where the SDK stopped reading.';

/**
 * A capture does not hold how its exchanges ended: that is concluded from what came. Where it seems that all went well, the official
 * SDK is asked, and the exchange ends as it would have for a program that uses it. A long capture is left as it is.
 */
export async function withSdkEnds(events: readonly TraceEvent[]): Promise<readonly TraceEvent[]> {
	if (events.length > maxEvents) {
		return events;
	}

	return Promise.all(
		events.map(async event =>
			event.type === 'end' && event.outcome === 'complete' ? endForSdk(event, events) : event,
		),
	);
}

async function endForSdk(end: EndEvent, events: readonly TraceEvent[]): Promise<EndEvent> {
	const positions = events.flatMap(({exchange}, position) => (exchange === end.exchange ? [position] : []));
	const {outcome, error, message} = await replayExchange(events, positions, new SdkLane());
	return {...end, outcome, error: error === null ? null : {...error, hint}, message};
}
