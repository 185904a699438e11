import {paintRow} from '../../text/paint.js';
import {type Row, segment} from '../../text/segment.js';
import {bodySize} from '../help/help-layout.js';
import {type Place, placeOf} from '../screen/layout.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {headerHeight, selectLayout} from '../screen/select-layout.js';
import {type ColumnName, columnNames} from './column-names.js';
import {type LogLayout, logColumns} from './log-columns.js';
import {selectLogLayout} from './select-columns.js';

/** A pane with fewer rows is too small for the list. */
const minHeight = 6;

/** The place of the list: that of the conversation, so that the log can be seen; `null` where it covers all panes. */
export function pickerPlace(screen: Screen): Place | null {
	const layout = selectLayout(screen);
	const place = placeOf(layout, 'history');
	const isLog = placeOf(layout, 'events') !== null && !screen.isPresenting;
	return isLog && place !== null && place.height >= minHeight ? place : null;
}

/** The list of columns: each with whether it is shown, and what it tells. */
export const selectPicker: (screen: Screen) => PaneContent | null = paneSelector(screen => {
	const place = pickerPlace(screen) ?? {x: 0, y: headerHeight, ...bodySize(screen)};
	const {theme, picked} = screen;
	const width = place.width - (place.x > 0 ? 1 : 0);
	const height = Math.max(1, place.height - 1);
	const top = Math.max(0, Math.min(picked - Math.floor(height / 2), columnNames.length - height));
	const layout = selectLogLayout(screen);
	const words = width < 64 ? 'Space  s keep  Esc' : 'Space shows or hides  s keeps  r resets  Esc closes';
	return {
		title: [segment('Columns', 'title'), segment(screen.columns === 'auto' ? ' by width' : '', 'dim')],
		note: [segment(words, 'dim')],
		lines: columnNames.slice(top, top + height).map((name, row) => {
			const isSelected = top + row === picked;
			return paintRow(columnRow(screen, name, {layout, isSelected}), width, theme, isSelected);
		}),
		place,
		top: headerHeight,
		isFocused: true,
		theme,
	};
});

function columnRow(
	screen: Screen,
	name: ColumnName,
	{layout, isSelected}: {readonly layout: LogLayout; readonly isSelected: boolean},
): Row {
	const {title, help} = logColumns[name];
	const isShown = layout.columns.includes(name);
	const isLeft = layout.left.includes(name);
	const problem = isLeft ? 'no room · ' : isShown ? problemOf(screen, name) : '';
	return [
		segment(isSelected ? '▸' : ' ', 'mark'),
		segment(isShown ? '[x] ' : isLeft ? '[–] ' : '[ ] ', isShown ? 'good' : 'dim'),
		segment((title === '' ? name : title).padEnd(7)),
		segment(problem, 'warning'),
		segment(help, 'dim'),
	];
}

/** Why a column has nothing to show. */
function problemOf({hasTimes, wallTime}: Screen, name: ColumnName): string {
	if (logColumns[name].isTime && !hasTimes) {
		return 'no times here · ';
	}

	return name === 'clock' && wallTime === null ? 'the day is not known · ' : '';
}
