import {paintRow} from '../../text/paint.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {padEnd, textWidth} from '../../text/text-width.js';
import {bodySize} from '../help/help-layout.js';
import {type Place, placeOf} from '../screen/layout.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {headerHeight, selectLayout} from '../screen/select-layout.js';
import {type ColumnName, columnNames} from './column-names.js';
import {type LogLayout, logColumns} from './log-columns.js';
import {selectLogLayout} from './select-columns.js';
import {viewsOf} from './views.js';

/** A pane with fewer rows is too small for the list. */
const minHeight = 6;

/** The place of the list: that of the conversation, so that the log can be seen; `null` where it covers all panes. */
export function pickerPlace(screen: Screen): Place | null {
	const layout = selectLayout(screen);
	const place = placeOf(layout, 'history');
	const isLog = placeOf(layout, 'events') !== null && !screen.isPresenting;
	return isLog && place !== null && place.height >= minHeight ? place : null;
}

/** Whether the list of columns or of views is open. */
export function isPicking({overlay}: Screen): boolean {
	return overlay === 'columns' || overlay === 'views';
}

/** The list of columns or of views. */
export const selectPicker: (screen: Screen) => PaneContent | null = paneSelector(screen => {
	const place = pickerPlace(screen) ?? {x: 0, y: headerHeight, ...bodySize(screen)};
	const {theme, picked} = screen;
	const width = place.width - (place.x > 0 ? 1 : 0);
	const height = Math.max(1, place.height - 1);
	const {title, words, rows} = screen.overlay === 'views' ? viewList(screen) : columnList(screen);
	const top = Math.max(0, Math.min(picked - Math.floor(height / 2), rows.length - height));
	return {
		title,
		note: [segment(width < 64 ? words.short : words.long, 'dim')],
		lines: rows.slice(top, top + height).map((row, index) => {
			const isSelected = top + index === picked;
			const mark = segment(isSelected ? '▸' : ' ', 'mark');
			return paintRow([mark, ...row], width, theme, isSelected);
		}),
		place,
		top: headerHeight,
		isFocused: true,
		theme,
	};
});

type PickerList = {
	readonly title: Row;
	readonly words: {readonly short: string; readonly long: string};
	readonly rows: readonly Row[];
};

/** Each column with whether it is shown, and what it tells. */
function columnList(screen: Screen): PickerList {
	const layout = selectLogLayout(screen);
	return {
		title: [segment('Columns', 'title'), segment(screen.columns === 'auto' ? ' by width' : '', 'dim')],
		words: {short: 'Space  s keep  Esc', long: 'Space shows or hides  s keeps  r resets  Esc closes'},
		rows: columnNames.map(name => columnRow(screen, name, layout)),
	};
}

/** Each view with its number and its filter. */
function viewList({views}: Screen): PickerList {
	const all = viewsOf(views);
	const width = Math.max(...all.map(({name}) => textWidth(sanitizeLine(name))));
	return {
		title: [segment('Views', 'title')],
		words: {short: 'Enter  s keep  Esc', long: 'Enter filters  s keeps the filter  r removes  Esc closes'},
		rows: all.map(({name, filter, isOwn}, index) => [
			segment(`${index < 9 ? index + 1 : ' '} `, 'accent'),
			segment(`${padEnd(sanitizeLine(name), width)}  `, isOwn ? 'title' : undefined),
			segment(sanitizeLine(filter), 'dim'),
		]),
	};
}

function columnRow(screen: Screen, name: ColumnName, layout: LogLayout): Row {
	const {title, help} = logColumns[name];
	const isShown = layout.columns.includes(name);
	const isLeft = layout.left.includes(name);
	const problem = isLeft ? 'no room · ' : isShown ? problemOf(screen, name) : '';
	return [
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
