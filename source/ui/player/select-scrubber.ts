import {paintRow} from '../../text/paint.js';
import {paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {layoutScrubber, trackLabel} from './scrubber-layout.js';
import {scrubberLines, withPlayhead} from './scrubber-lines.js';
import {selectTimeline} from './select-timeline.js';
import {selectLength} from './select-view.js';

/** How it plays, the whole trace at a glance with the playhead in it, and the place in numbers; above that, where there is room, the tracks. */
export const selectScrubber: (screen: Screen) => {readonly lines: readonly string[]} | null = paneSelector(
	screen => {
		const {size, theme} = screen;
		const {left, right, kinds, room, place} = layoutScrubber(screen, selectLength(screen), size.width);
		return {
			lines: scrubberLines(selectTimeline(screen), kinds, room).map(line => {
				const drawn = withPlayhead(line, place);
				const row = line.label === '' ? [...left, ...drawn, ...right] : [...trackLabel(line.label), ...drawn];
				return paintRow(row, size.width, theme);
			}),
		};
	},
);
