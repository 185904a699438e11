import {replayExchange} from '../client/replay-exchange.js';
import type {TraceSource} from '../recording/open-trace-source.js';
import {SdkLane} from '../trace/sdk-lane.js';
import type {EndEvent, TraceEvent} from '../trace/trace-event.js';

/** The SDK reads this many events in a quarter of a second. */
const maxEvents = 20_000;

/** No request was sent, so the usual advice to send it again does not apply. */
const hint = 'The row marked as thrown in the event log shows where the SDK stopped reading.';

/**
 * The events of a source, with the outcome of each exchange that every command gives for it. A recording has the outcomes. A capture does not say
 * how its exchanges ended; that is inferred from their events. If all seems well, the official SDK reads the events, and the exchange ends as it
 * would have in a program that uses the SDK. Long captures are left unchanged.
 */
export async function settleEnds({
	format,
	events,
}: Pick<TraceSource, 'format' | 'events'>): Promise<readonly TraceEvent[]> {
	if (format === 'recording' || events.length > maxEvents) {
		return events;
	}

	return Promise.all(
		events.map(async event =>
			event.type === 'end' && event.outcome === 'complete' ? endForSdk(event, events) : event,
		),
	);
}

/** An end that seemed to be complete, as it would be in a program that uses the SDK. Unchanged for a long exchange. */
export async function endForSdk(end: EndEvent, events: readonly TraceEvent[]): Promise<EndEvent> {
	if (events.length > maxEvents) {
		return end;
	}

	const positions = events.flatMap(({exchange}, position) => (exchange === end.exchange ? [position] : []));
	const {outcome, error, message} = await replayExchange(events, positions, new SdkLane());
	const advised = error !== null && /\/retry/.test(error.hint) ? {...error, hint} : error;
	return {...end, outcome, error: advised, message};
}
