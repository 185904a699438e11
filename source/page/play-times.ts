import {pauseBefore} from '../analysis/pauses.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {idleLimit} from './page-data.js';

/** When to play each event, in milliseconds from the first: the recorded times with long pauses shortened. In ascending order. */
export function playTimes(events: readonly TraceEvent[]): readonly number[] {
	let time = 0;
	return events.map((_, position) => {
		time += pauseBefore(events, position, idleLimit);
		return time;
	});
}
