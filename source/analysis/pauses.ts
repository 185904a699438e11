import type {TraceEvent} from '../trace/trace-event.js';

/**
 * How long nothing but pings was on the wire before an event of an exchange. Before the first one somebody was typing: that is no gap. A
 * ping ends none.
 */
export function gapBefore(events: readonly TraceEvent[], position: number): number {
	const event = events[position];
	if (event === undefined || isPing(event)) {
		return 0;
	}

	let last = position - 1;
	for (let before = events[last]; before !== undefined && isPing(before); before = events[last]) {
		last--;
	}

	const before = events[last];
	return before?.exchange === event.exchange ? Math.max(0, event.at - before.at) : 0;
}

function isPing(event: TraceEvent): boolean {
	return event.type === 'sse' && event.event === 'ping';
}

/** The longest pause between two exchanges: somebody was typing, and nothing was on the wire. */
const maxBetween = 1000;

/** How long the event at a position is waited for, at most `idleLimit`. */
export function pauseBefore(events: readonly TraceEvent[], position: number, idleLimit: number): number {
	const event = events[position];
	const before = events[position - 1];
	if (event === undefined || before === undefined) {
		return 0;
	}

	const limit = event.exchange === before.exchange ? idleLimit : Math.min(idleLimit, maxBetween);
	return Math.max(0, Math.min(event.at - before.at, limit));
}
