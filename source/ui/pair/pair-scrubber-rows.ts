import {TraceTimeline} from '../../analysis/trace-timeline.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {type Row, segment} from '../../text/segment.js';
import {cellOf} from '../../text/time-axis.js';
import type {Trace} from '../../trace/trace.js';
import {scrubberLines, withPlayhead} from '../player/scrubber-lines.js';
import {hasTimes, type Pair} from './pair.js';

const letters = ['A', 'B'] as const;
/** ` 123456/123456 59 m 59 s ` */
const wordsRoom = 26;

const timelines = new WeakMap<Trace, TraceTimeline>();

/** A scrubber for each side. If both have times, they share one scale, so the shorter recording is drawn shorter. */
export function pairScrubberRows(pair: Pair, width: number): readonly Row[] {
	const room = Math.max(0, width - 3 - wordsRoom);
	const drawn = pair.sides.map(({trace}) => timelineOf(trace));
	const longest = Math.max(1, ...drawn.map(({total}) => total));
	return drawn.map((timeline, index): Row => {
		const length = pair.lengths[index] ?? 0;
		const share = hasTimes(pair.sides) ? timeline.total / longest : 1;
		const cells = Math.max(1, Math.round(room * share));
		const [line] = scrubberLines(timeline, [], cells);
		const place = cellOf(timeline.times[length - 1] ?? 0, {total: timeline.total, width: cells});
		const time = hasTimes(pair.sides) ? formatMilliseconds(timeline.times[length - 1] ?? 0) : '';
		return [
			segment(` ${letters[index]} `, 'title'),
			...(line === undefined ? [] : withPlayhead(line, place)),
			segment(' '.repeat(room - cells)),
			segment(` ${`${length}/${timeline.times.length}`.padStart(13)} ${time.padStart(9)}`, 'dim'),
		];
	});
}

function timelineOf(trace: Trace): TraceTimeline {
	const timeline = timelines.get(trace) ?? new TraceTimeline(Number.POSITIVE_INFINITY);
	timeline.extend(trace.events);
	timelines.set(trace, timeline);
	return timeline;
}
