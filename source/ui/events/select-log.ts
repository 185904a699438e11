import {ExchangeOverlap} from '../../analysis/exchange-overlap.js';
import {asksAbout} from '../../analysis/filter/filter.js';
import {LogIndex, type LogLine} from '../../analysis/log-index.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemsOf, lastItem} from '../../trace/persistent-list.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {selectExchange, selectLength, selectView} from '../player/select-view.js';
import {type ListState, type ListWindow, listWindow, selectRow} from '../screen/list-state.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {perScreen, selector} from '../screen/selector.js';
import {filterStretch, selectFilterContext, selectTypedIndex, versionOf} from './select-filter.js';

const openLogIndex = selector(
	screen => [screen.filter, selectFilterContext(screen)] as const,
	(filter, context) => new LogIndex(filter, context),
);

/** Maps events to the rows of the log. In a long trace, a new filter has looked only at a part of it: `selectIsFiltering`. */
export const selectLogIndex: (screen: Screen) => LogIndex = perScreen(screen => {
	const index = openLogIndex(screen);
	index.extend(screen.trace.events, filterStretch, versionOf(screen));
	return index;
});

/** Whether the log holds the whole trace, also what is behind the playhead: a recording can be read as a whole. */
export function isLogWhole({isReplay, isFollowed}: Pick<Screen, 'isReplay' | 'isFollowed'>): boolean {
	return isReplay && !isFollowed;
}

/** Whether the filter of the log, or the one that is typed, has more events to look at. */
export function selectIsFiltering(screen: Screen): boolean {
	const {length} = screen.live;
	const typed = screen.field === null ? null : selectTypedIndex(screen);
	return selectLogIndex(screen).seen < length || (typed !== null && typed.seen < length);
}

/** How many events the log holds: up to the playhead, or the whole recording. */
export function selectLogLength(screen: Screen): number {
	return isLogWhole(screen) ? screen.live.length : selectLength(screen);
}

/** The number of lines of the log: rows, and the separators between exchanges. */
export function selectLogCount(screen: Screen): number {
	return selectLogIndex(screen).lineCount(selectLogLength(screen));
}

/** The line of a number. */
export function selectLogRow(screen: Screen, line: number): LogLine | undefined {
	return selectLogIndex(screen).lineAt(line, selectLogLength(screen));
}

/** The share of the log above the playhead's row, where the rows behind the playhead are shown too. */
const playheadShare = 2 / 3;

/** The selection and scroll position. A log of a whole recording that follows keeps the playhead's row in its place. */
export const selectLogList: (screen: Screen) => ListState = perScreen(screen => {
	if (!screen.log.isFollowing || !isLogWhole(screen)) {
		return atMeant(screen);
	}

	const {height} = selectInside(screen, 'events');
	const row = selectLogIndex(screen).lineCount(selectLength(screen)) - 1;
	return {isFollowing: false, selected: row, top: Math.max(0, row - Math.floor(height * playheadShare))};
});

/** While a filter goes through a long trace, the row of the event that is meant moves. */
function atMeant(screen: Screen): ListState {
	const {log} = screen;
	const {meant} = log;
	const index = selectLogIndex(screen);
	if (log.isFollowing || meant === undefined || !index.holds(meant) || index.lineOf(meant) === log.selected) {
		return log;
	}

	const {height} = selectInside(screen, 'events');
	return {...selectRow(log, index.lineOf(meant), selectLogCount(screen), height), meant};
}

/** The visible rows of the log, and the selected one. */
export const selectLogWindow: (screen: Screen) => ListWindow = perScreen(screen =>
	listWindow(selectLogList(screen), selectLogCount(screen), selectInside(screen, 'events').height),
);

/**
 * The position of the selected event, or −1 in an empty log: the last event of the selected row, unless the state names another. A log that
 * follows a playhead selects the event there, even if the filter hides it.
 */
export const selectPosition: (screen: Screen) => number = perScreen(screen => {
	const {log, playhead} = screen;
	if (log.isFollowing && playhead !== null) {
		return playhead - 1;
	}

	if (log.meant !== undefined && log.meant < selectLogLength(screen)) {
		return log.meant;
	}

	return selectLogRow(screen, selectLogWindow(screen).selected)?.last ?? -1;
});

export function selectEvent(screen: Screen): TraceEvent | undefined {
	return screen.trace.at(selectPosition(screen));
}

/** The exchange that the inspector shows: that of the selected event. */
export const selectSelectedExchange: (screen: Screen) => ExchangeView | null = perScreen(screen => {
	const number = selectEvent(screen)?.exchange;
	const selected = number === undefined ? null : selectExchange(screen, number);
	return selected ?? lastItem(selectView(screen).exchanges) ?? null;
});

const openOverlap = selector(
	({trace}) => [trace] as const,
	_trace => new ExchangeOverlap(),
);

/** Whether exchanges overlap, up to the playhead: then each row names its own. */
export const selectHasOverlap: (screen: Screen) => boolean = perScreen(screen => {
	const overlap = openOverlap(screen);
	overlap.extend(screen.trace.events);
	return overlap.within(selectLength(screen));
});

/** The exchanges of the visible rows and of the selected row. A filter by what the SDK did needs all of them. */
export function selectExchangesInSight(screen: Screen): ReadonlySet<number> {
	const {passing} = screen.filter;
	if (passing !== null && asksAbout(passing, 'sdk')) {
		return new Set([...itemsOf(screen.live.exchanges)].map(({exchange}) => exchange));
	}

	const {top, bottom} = selectLogWindow(screen);
	const rows = Array.from({length: Math.max(0, bottom - top)}, (_, offset) =>
		selectLogRow(screen, top + offset),
	);
	const positions = [...rows.map(row => row?.first ?? -1), selectPosition(screen)];
	return new Set(
		positions.map(position => screen.trace.at(position)?.exchange).filter(number => number !== undefined),
	);
}
