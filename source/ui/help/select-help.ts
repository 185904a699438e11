import {paintRow} from '../../text/paint.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {segment} from '../../text/segment.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {headerHeight} from '../screen/select-layout.js';
import {bodySize, layoutHelp, twoColumns} from './help-layout.js';
import {helpHits} from './help-rows.js';

/** What the help shows, over the panes. */
export const selectHelp: (screen: Screen) => PaneContent | null = paneSelector(screen => {
	const size = bodySize(screen);
	const {columns, columnWidth, length, height, top} = layoutHelp(screen, size);
	const {helpSearch} = screen;
	const hits = helpHits(screen);
	const place = length > height ? [`${top + 1}–${top + height} of ${length}`] : [];
	const note =
		helpSearch === ''
			? [...place, ...(size.width < twoColumns / 2 ? [] : ['type to search']), 'Esc closes']
			: [`${hits} ${hits === 1 ? 'hit' : 'hits'}`, ...place];
	return {
		title: [
			segment('Keys', 'title'),
			...(helpSearch === ''
				? []
				: [segment(' / ', 'dim'), segment(`${sanitizeLine(helpSearch)}▏`, 'accent')]),
		],
		note: [segment(note.join(' · '), 'dim')],
		lines: Array.from({length: Math.min(height, length)}, (_, index) =>
			columns.map(rows => paintRow(rows[top + index] ?? [], columnWidth, screen.theme)).join(''),
		),
		place: {x: 0, y: headerHeight, ...size},
		top: headerHeight,
		isFocused: true,
		theme: screen.theme,
	};
});
