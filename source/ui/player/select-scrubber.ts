import {paintRow} from '../../text/paint.js';
import {cellOf} from '../../text/time-axis.js';
import {isGuessing} from '../events/guessing.js';
import {paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {layoutScrubber, trackLabel} from './scrubber-layout.js';
import {scrubberLines, withBookmarks, withPlayhead} from './scrubber-lines.js';
import {selectTimeline} from './select-timeline.js';
import {selectLength} from './select-view.js';

/** The scrubber: how it plays, the whole trace with the playhead, and the position in numbers. The tracks are above that, if there is room. */
export const selectScrubber: (screen: Screen) => {readonly lines: readonly string[]} | null = paneSelector(
	screen => {
		const {size, theme} = screen;
		const {left, right, kinds, room, place} = layoutScrubber(screen, selectLength(screen), size.width);
		const timeline = selectTimeline(screen);
		const isSecret = isGuessing(screen);
		const axis = {total: timeline.total, width: room};
		const places = screen.bookmarks.map(({position}) => cellOf(timeline.times[position] ?? 0, axis));
		return {
			lines: scrubberLines(timeline, kinds, room).map(line => {
				const drawn = withPlayhead(withBookmarks(line, places), place, isSecret);
				const row = line.label === '' ? [...left, ...drawn, ...right] : [...trackLabel(line.label), ...drawn];
				return paintRow(row, size.width, theme);
			}),
		};
	},
);
