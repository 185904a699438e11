import {paintRow} from '../../text/paint.js';
import {segment} from '../../text/segment.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {headerHeight} from '../screen/select-layout.js';
import {bodySize, layoutHelp} from './help-layout.js';

/** What the help shows, over the panes. */
export const selectHelp: (screen: Screen) => PaneContent | null = paneSelector(screen => {
	const size = bodySize(screen);
	const {columns, columnWidth, length, height, top} = layoutHelp(screen, size);
	const place = length > height ? `${top + 1}–${top + height} of ${length} · ` : '';
	return {
		title: [segment('Keys', 'title')],
		note: [segment(`${place}Esc closes`, 'dim')],
		lines: Array.from({length: Math.min(height, length)}, (_, index) =>
			columns.map(rows => paintRow(rows[top + index] ?? [], columnWidth, screen.theme)).join(''),
		),
		place: {x: 0, y: headerHeight, ...size},
		top: headerHeight,
		isFocused: true,
		theme: screen.theme,
	};
});
