import {firstFrom} from '../analysis/first-from.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {findElement} from './find-element.js';
import {playTimes} from './play-times.js';
import {timelineWidth} from './timeline-svg.js';

/** The page's drawing of the whole trace. Its playhead moves, and a click seeks. */
export type Timeline = {show(playhead: number): void};

/** `onSeek` receives the playhead at the clicked position. */
export function createTimeline(events: readonly TraceEvent[], onSeek: (playhead: number) => void): Timeline {
	const drawing = findElement('timeline', SVGSVGElement);
	const line = findElement('playhead', SVGLineElement);
	const times = playTimes(events);
	const total = times.at(-1) || 1;
	drawing.addEventListener('click', ({clientX}) => {
		const {left, width} = drawing.getBoundingClientRect();
		const time = ((clientX - left) / width) * total;
		onSeek(firstFrom(times.length, index => (times[index] ?? 0) - time) + 1);
	});
	return {
		show(playhead) {
			const x = String(((times[playhead - 1] ?? 0) / total) * timelineWidth);
			line.setAttribute('x1', x);
			line.setAttribute('x2', x);
		},
	};
}
