import {goToEnd} from '../player/playhead.js';
import {
	atTop,
	followingList,
	type ListState,
	moveSelection,
	scrollList,
	selectRow,
} from '../screen/list-state.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {jump} from './hunt.js';
import {toggleColumn} from './select-columns.js';
import {goToPosition} from './select-event.js';
import {
	isLogWhole,
	selectLogCount,
	selectLogIndex,
	selectLogList,
	selectLogRow,
	selectLogWindow,
	selectPosition,
} from './select-log.js';

/** Key actions of the event log. */
export const logKeys = {
	logUp: (screen: Screen) =>
		// If the filter hides the event, the selected row is already the previous one.
		move(screen, selectLogIndex(screen).holds(selectPosition(screen)) ? -1 : 0),
	logDown: (screen: Screen) => move(screen, 1),
	logPageUp: (screen: Screen) => move(screen, -page(screen)),
	logPageDown: (screen: Screen) => move(screen, page(screen)),
	logTop: (screen: Screen) => changeList(screen, selectListRow(screen, 0)),
	logTail: (screen: Screen) =>
		isLogWhole(screen)
			? changeList(screen, selectListRow(screen, selectLogCount(screen) - 1))
			: screen.playhead === null
				? changeList(screen, followingList)
				: goToEnd(screen),
	toggleRuns: (screen: Screen) => refilter(screen, {isFolded: !screen.filter.isFolded}),
	clearFilter: (screen: Screen) => refilter(screen, {passing: null}),
	toggleChunks: (screen: Screen) => toggleColumn(screen, 'read'),
};

/** Key actions that jump to the next or previous event of a kind. */
export const jumpKeys = {
	searchNext: (screen: Screen) => jump(screen, 1, 'hit'),
	searchPrevious: (screen: Screen) => jump(screen, -1, 'hit'),
	nextError: (screen: Screen) => jump(screen, 1, 'error'),
	previousError: (screen: Screen) => jump(screen, -1, 'error'),
	nextGap: (screen: Screen) => jump(screen, 1, 'gap'),
	previousGap: (screen: Screen) => jump(screen, -1, 'gap'),
	nextSame: (screen: Screen) => jump(screen, 1, 'same'),
	previousSame: (screen: Screen) => jump(screen, -1, 'same'),
};

/** Scrolls the log. While one event at a time is shown, the wheel goes to the next one. */
export function scrollLog(screen: Screen, by: number): Screen {
	const {height} = selectInside(screen, 'events');
	const scroll = screen.isPresenting ? moveSelection : scrollList;
	const rows = screen.isPresenting ? Math.sign(by) : by;
	const scrolled = staying(screen, scroll(selectLogList(screen), rows, selectLogCount(screen), height));
	const log = offSeparator(screen, scrolled, rows);
	return {...screen, log, inspector: atTop};
}

/** Selects a row of the log by its place in the window. */
export function pressLog(screen: Screen, row: number): Screen {
	const {top, bottom} = selectLogWindow(screen);
	return row >= 0 && top + row < bottom
		? {...screen, log: offSeparator(screen, selectListRow(screen, top + row), 1), inspector: atTop}
		: screen;
}

/** Changes the log's filter and keeps the selected event. */
export function refilter(screen: Screen, change: Partial<Screen['filter']>): Screen {
	const position = selectPosition(screen);
	const filtered = {...screen, filter: {...screen.filter, ...change}};
	if (screen.log.isFollowing) {
		return filtered;
	}

	const index = selectLogIndex(filtered);
	if (index.seen <= position) {
		// A filter over a long trace gets there later.
		return goToPosition(filtered, position);
	}

	const near = index.rowAt(index.rowOf(position))?.last ?? position;
	return goToPosition(filtered, index.holds(position) ? position : near);
}

function page(screen: Screen): number {
	return Math.max(1, selectInside(screen, 'events').height - 1);
}

function move(screen: Screen, by: number): Screen {
	const {height} = selectInside(screen, 'events');
	const log = moveSelection(selectLogList(screen), by, selectLogCount(screen), height);
	return changeList(screen, offSeparator(screen, staying(screen, log), by));
}

/** A separator cannot be selected: the row behind it in the direction of the move is. */
function offSeparator(screen: Screen, log: ListState, by: number): ListState {
	const {height} = selectInside(screen, 'events');
	const isSeparator = !log.isFollowing && selectLogRow(screen, log.selected)?.separates !== undefined;
	return isSeparator ? selectRow(log, log.selected + (by < 0 ? -1 : 1), selectLogCount(screen), height) : log;
}

/** The end of a whole recording is not the playhead: a log that gets there stays there. */
function staying(screen: Screen, log: ListState): ListState {
	const {height} = selectInside(screen, 'events');
	const count = selectLogCount(screen);
	return log.isFollowing && isLogWhole(screen)
		? selectRow({...log, top: count}, count - 1, count, height)
		: log;
}

function selectListRow(screen: Screen, row: number): ListState {
	const {height} = selectInside(screen, 'events');
	return selectRow(selectLogList(screen), row, selectLogCount(screen), height);
}

/** Changes the selection. The inspector then starts at the top of the new event. */
function changeList(screen: Screen, log: ListState): Screen {
	return {...screen, log, inspector: atTop};
}
