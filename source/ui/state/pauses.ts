import type {TraceEvent} from '../../trace/trace-event.js';

/** How long nothing was on the wire before an event of an exchange. Before the first one somebody was typing: that is no gap. */
export function gapBefore(events: readonly TraceEvent[], position: number): number {
	const event = events[position];
	const before = events[position - 1];
	return event === undefined || before?.exchange !== event.exchange ? 0 : Math.max(0, event.at - before.at);
}

/** The longest pause between two exchanges: somebody was typing, and nothing was on the wire. */
const longestBetween = 1000;

/** How long the event at a position is waited for, at most `idleLimit`. */
export function pauseBefore(events: readonly TraceEvent[], position: number, idleLimit: number): number {
	const event = events[position];
	const before = events[position - 1];
	if (event === undefined || before === undefined) {
		return 0;
	}

	const limit = event.exchange === before.exchange ? idleLimit : Math.min(idleLimit, longestBetween);
	return Math.max(0, Math.min(event.at - before.at, limit));
}
