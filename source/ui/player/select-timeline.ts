import {TraceTimeline} from '../../analysis/trace-timeline.js';
import type {Screen} from '../screen/screen.js';
import {selector} from '../screen/selector.js';

const openTimeline = selector(
	({playback}) => [playback.idleLimit] as const,
	idleLimit => new TraceTimeline(idleLimit),
);

/** When everything in the trace arrived, for the scrubber. Not computed until the scrubber is shown. */
export function selectTimeline(screen: Screen): TraceTimeline {
	const timeline = openTimeline(screen);
	timeline.extend(screen.trace.events);
	return timeline;
}
