import type {TraceEvent} from '../trace/trace-event.js';
import {eventBefore} from './exchange-overlap.js';

/**
 * How long there was nothing but pings on the wire before an event of an exchange, whatever other exchanges brought. The time before the first event is not a gap, because the
 * user was typing. A ping does not end a gap.
 */
export function gapBefore(events: readonly TraceEvent[], position: number): number {
	const event = events[position];
	if (event === undefined || isSilent(event)) {
		return 0;
	}

	const before = eventBefore(events, position, other => !isSilent(other));
	return before === undefined ? 0 : Math.max(0, event.at - before.at);
}

/** A ping says nothing, and what a proxy altered is not from the server. */
function isSilent(event: TraceEvent): boolean {
	return event.type === 'altered' || (event.type === 'sse' && event.event === 'ping');
}

/** The longest pause between two exchanges, in which the user was typing and nothing was on the wire. */
const maxBetween = 1000;

/** How long playback waits for the event at a position, at most `idleLimit`. */
export function pauseBefore(events: readonly TraceEvent[], position: number, idleLimit: number): number {
	const event = events[position];
	const before = events[position - 1];
	if (event === undefined || before === undefined) {
		return 0;
	}

	const limit = event.exchange === before.exchange ? idleLimit : Math.min(idleLimit, maxBetween);
	return Math.max(0, Math.min(event.at - before.at, limit));
}
