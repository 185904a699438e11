import {pauseBefore} from '../analysis/pauses.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {idleLimit} from './page-data.js';

/** When each event is played, in milliseconds from the first one: the recorded times without the long pauses. In ascending order. */
export function playTimes(events: readonly TraceEvent[]): readonly number[] {
	let time = 0;
	return events.map((_, position) => {
		time += pauseBefore(events, position, idleLimit);
		return time;
	});
}
