import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {selector} from '../screen/selector.js';
import {type ColumnChoice, inColumnOrder} from './column-names.js';
import {type LogLayout, layoutLog} from './log-columns.js';
import {selectHasOverlap} from './select-log.js';

/** The columns of the event log. */
export const selectLogLayout: (screen: Screen) => LogLayout = selector(
	screen =>
		[
			screen.columns,
			selectInside(screen, 'events').width,
			screen.size.width,
			selectHasOverlap(screen),
			screen.filter.isFolded,
		] as const,
	(columns, width, screenWidth, hasOverlap, isFolded) =>
		layoutLog(columns, {width, screenWidth, hasOverlap, isFolded}),
);

/** Shows or hides a column. A choice that the log would make by itself is none. */
export function toggleColumn(screen: Screen, name: Exclude<ColumnChoice, 'auto'>[number]): Screen {
	const shown = screen.columns === 'auto' ? selectLogLayout(screen).columns : screen.columns;
	const columns = shown.includes(name) ? shown.filter(one => one !== name) : inColumnOrder([...shown, name]);
	const own = selectLogLayout({...screen, columns: 'auto'}).columns;
	return {...screen, columns: columns.join() === own.join() ? 'auto' : columns};
}
