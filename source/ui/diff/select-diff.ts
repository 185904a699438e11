import {paintRow} from '../../text/paint.js';
import {segment} from '../../text/segment.js';
import {bodySize} from '../help/help-layout.js';
import {listWindow} from '../screen/list-state.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {headerHeight} from '../screen/select-layout.js';
import {selectComparison} from './select-comparison.js';
import {diffRowsBetween, eventsOfRow, selectDiffRows} from './select-diff-rows.js';

/** The rows of the comparison in sight. */
export function diffHeight(screen: Screen): number {
	return Math.max(1, bodySize(screen).height - 1);
}

/** Two exchanges side by side, over the panes. */
export const selectDiff: (screen: Screen) => PaneContent | null = paneSelector(screen => {
	const {exchanges, list, side} = screen.diff;
	if (exchanges === null) {
		return null;
	}

	const size = bodySize(screen);
	const {theme} = screen;
	const rows = selectDiffRows(screen);
	const height = diffHeight(screen);
	const {top, bottom, selected} = listWindow(list, rows.count, height);
	const width = size.width - 1;
	return {
		title: [
			segment('Diff ', 'title'),
			segment(`${exchanges[0]} and ${exchanges[1]}${differencesWords(screen)}`, 'dim'),
		],
		note: [segment(noteOf(size.width, side), 'dim')],
		lines: diffRowsBetween(rows, {
			from: top,
			to: bottom,
			width,
			chosen: side === 'right' ? selected : null,
		}).map((row, index) => {
			const isSelected = top + index === selected;
			const isChosen = isSelected && (side === 'left' || eventsOfRow(rows, selected) === null);
			return paintRow([segment(isChosen ? '▸' : ' ', 'mark'), ...row], size.width, theme, isSelected);
		}),
		place: {x: 0, y: headerHeight, ...size},
		top: headerHeight,
		isFocused: true,
		theme,
	};
});

function noteOf(width: number, side: 'left' | 'right'): string {
	if (width < 90) {
		return width < 70 ? 'n N  Enter  Esc' : `n N differences  Enter: ${side}  Esc back`;
	}

	const more = width < 140 ? '' : 'd all events  y copies  ';
	return `n N differences  Enter goes to the ${side}  ${more}Esc back`;
}

function differencesWords(screen: Screen): string {
	const comparison = selectComparison(screen);
	const {length} = selectDiffRows(screen).differences;
	return comparison === null
		? ''
		: length === 0
			? ' · same events'
			: ` · they differ in ${length} ${length === 1 ? 'place' : 'places'}`;
}
