import type {TraceEvent} from '../../../trace/trace-event.js';

/** Longer waits, such as those between two prompts, are cut down to this many milliseconds when a page plays. */
export const maxWait = 3000;

/** When each event is played, in milliseconds: the recorded times without the long waits. */
export function playTimes(events: readonly TraceEvent[]): readonly number[] {
	let last = events[0]?.at ?? 0;
	let time = 0;
	return events.map(({at}) => {
		time += Math.min(maxWait, Math.max(0, at - last));
		last = at;
		return time;
	});
}
