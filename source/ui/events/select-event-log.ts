import {printFilter} from '../../analysis/filter/print-filter.js';
import {paintRow} from '../../text/paint.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {fenced} from '../../trace/fence.js';
import type {Trace} from '../../trace/trace.js';
import {followWords} from '../player/player-state.js';
import {selectLength} from '../player/select-view.js';
import {type Place, placeOf} from '../screen/layout.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {headerHeight, selectInside, selectLayout} from '../screen/select-layout.js';
import {unreadableRow} from '../screen/unreadable-row.js';
import {type EventRowFacts, eventRow, eventRowHeader} from './event-row.js';
import {expectedRows} from './expected-rows.js';
import {litRow, selectLitTexts} from './lit-row.js';
import type {LogLayout} from './log-columns.js';
import {rowFacts} from './row-facts.js';
import {selectLogLayout} from './select-columns.js';
import {shareOf} from './select-filter.js';
import {
	isLogWhole,
	selectLogCount,
	selectLogIndex,
	selectLogLength,
	selectLogRow,
	selectLogWindow,
	selectPosition,
} from './select-log.js';
import {separatorRow} from './separator-row.js';
import {countRow, countTypes, tickerRows} from './ticker-rows.js';

/** What the event log shows. Only visible rows are made. */
export const selectEventLog: (screen: Screen) => PaneContent | null = paneSelector(screen => {
	const layout = selectLayout(screen);
	const place = placeOf(layout, 'events');
	if (place === null) {
		return null;
	}

	if (layout.kind === 'panes' && layout.isTicker) {
		return tickerContent(screen, place);
	}

	const {theme, focus} = screen;
	const {width} = selectInside(screen, 'events');
	const count = selectLogCount(screen);
	const rows = selectLogIndex(screen).count(selectLogLength(screen));
	const words = count === 0 ? emptyWords(screen) : null;
	return {
		title: [segment('Events ', 'title'), segment(countWords(screen, rows), 'dim')],
		note: noteOf(screen, rows),
		lines: [
			paintRow(eventRowHeader(selectLogLayout(screen)), width, theme),
			...selectLines(screen),
			...(words === null ? [] : [paintRow([segment(` ${words}`, 'dim')], width, theme)]),
			...selectExpected(screen, count),
		],
		place,
		top: headerHeight,
		isFocused: focus === 'events',
		theme,
	};
});

/** Below the events of the first exchange, those that are still to come, as far as there is room. */
function selectExpected(screen: Screen, count: number): readonly string[] {
	const {theme, trace, filter, isReplay, isFollowed, log} = screen;
	const {width, height} = selectInside(screen, 'events');
	if (isReplay || isFollowed || filter.passing !== null || !log.isFollowing || count >= height) {
		return [];
	}

	const rows = expectedRows(trace.events, selectLength(screen), selectLogLayout(screen));
	// Where there is no room for all of them, an empty log begins with the first event.
	return (count === 0 ? rows.slice(-height) : rows.slice(0, height - count)).map(row =>
		paintRow(row, width, theme),
	);
}

function tickerContent(screen: Screen, place: Place): PaneContent {
	const {theme, trace, hasTimes} = screen;
	const length = selectLength(screen);
	const rows = tickerRows(trace.events, length - 1, {width: place.width, hasTimes});
	return {
		title: [
			segment('Events ', 'title'),
			segment(String(length), 'dim'),
			...countRow(countTypes(trace.events, length), Math.floor(place.width * 0.6)),
		],
		note: [segment('F3 enlarges', 'dim')],
		lines: rows.slice(0, place.height - 1).map(row => paintRow(row, place.width, theme)),
		place,
		top: headerHeight,
		isFocused: false,
		theme,
	};
}

/** A painted row and everything that it was painted from, except the event, which never changes. */
type Painted = {readonly facts: EventRowFacts; readonly line: string};

/** The rows that were visible last, by position, and the look that they share. */
type Look = Pick<Screen, 'theme' | 'search'> & {
	readonly width: number;
	readonly layout: LogLayout;
	readonly rows: ReadonlyMap<number, Painted>;
};

const painted = new WeakMap<Trace, Look>();

/** The visible rows. While the log grows, a row that was already visible is not painted again. */
function selectLines(screen: Screen): readonly string[] {
	const {trace, theme} = screen;
	const {width} = selectInside(screen, 'events');
	const {top, bottom, selected} = selectLogWindow(screen);
	// If the filter hides the selected event, it has no row.
	const isSelectedHere = selectLogIndex(screen).holds(selectPosition(screen));
	const layout = selectLogLayout(screen);
	const look = painted.get(trace);
	const before =
		look?.theme === theme && look.width === width && look.layout === layout && look.search === screen.search
			? look.rows
			: new Map<number, Painted>();
	const rows = new Map<number, Painted>();
	const lit = selectLitTexts(screen);
	const lines: string[] = [];
	for (let number = top; number < bottom; number++) {
		const row = selectLogRow(screen, number);
		const isSelected = number === selected && !screen.log.isFollowing && isSelectedHere;
		if (row?.separates !== undefined) {
			lines.push(paintRow(separatorRow(screen, row.separates, width), width, theme));
			continue;
		}

		const facts = row === undefined ? null : rowFacts(screen, row, isSelected);
		if (row === undefined || facts === null) {
			lines.push('');
			continue;
		}

		const known = before.get(row.first);
		const line =
			known !== undefined && isSameRow(known.facts, facts) ? known.line : paint(screen, facts, lit);
		rows.set(row.first, {facts, line});
		lines.push(line);
	}

	painted.set(trace, {theme, width, layout, search: screen.search, rows});
	return lines;
}

function paint(screen: Screen, facts: EventRowFacts, lit: readonly string[]): string {
	const {trace, theme} = screen;
	const {width} = selectInside(screen, 'events');
	const event = trace.at(facts.position);
	const painted = (row: Row) => paintRow(row, width, theme, facts.isSelected === true);
	return event === undefined
		? ''
		: fenced(
				event,
				() => {
					const row = eventRow(event, facts, selectLogLayout(screen));
					return painted(litRow(facts.ahead === 'later' ? dimmed(row) : row, lit));
				},
				() => painted(unreadableRow(event, facts.position)),
			);
}

/** A row behind the playhead: it has not come yet. */
function dimmed(row: Row): Row {
	return row.map(({text}) => segment(text, 'dim'));
}

function isSameRow(before: EventRowFacts, now: EventRowFacts): boolean {
	return (
		before.lane === now.lane &&
		before.finding === now.finding &&
		before.isSelected === now.isSelected &&
		before.ahead === now.ahead &&
		before.bookmark === now.bookmark &&
		before.since === now.since &&
		before.gap === now.gap &&
		before.exchange === now.exchange &&
		before.clock === now.clock &&
		before.content === now.content &&
		before.bytes === now.bytes &&
		before.tokens?.tokens === now.tokens?.tokens &&
		before.run?.count === now.run?.count &&
		before.run?.length === now.run?.length &&
		(before.chunk === undefined) === (now.chunk === undefined) &&
		before.chunk?.number === now.chunk?.number &&
		before.chunk?.isFirst === now.chunk?.isFirst
	);
}

/** The log's position, then its filter, which is what a narrow log cuts off. */
function noteOf(screen: Screen, count: number): Row {
	const {passing} = screen.filter;
	const filtered = passing === null ? '' : ` · filter: ${sanitizeLine(printFilter(passing))}`;
	const index = selectLogIndex(screen);
	if (index.seen < screen.live.length) {
		return [segment(`filtering: ${shareOf(index, screen.live.length)} %, Esc stops${filtered}`, 'warning')];
	}

	const position = selectPosition(screen);
	if (position >= 0 && !index.holds(position)) {
		return [segment(`#${position + 1} is hidden${filtered}`, 'warning')];
	}

	if (screen.log.isFollowing) {
		return [segment(`${followWords(screen)}${filtered}`, 'dim')];
	}

	const selected = index.rowOf(position) + 1;
	return [segment(`${selected} of ${count}${keyWords(screen)}${filtered}`, 'warning')];
}

/** What a key does about an event that is not the newest one, if the pane with the focus has that key. */
function keyWords(screen: Screen): string {
	if (isLogWhole(screen)) {
		return screen.focus === 'prompt' ? '' : ' · o plays from here';
	}

	return screen.focus === 'events' ? ' · G follows' : '';
}

function countWords(screen: Screen, count: number): string {
	const length = selectLogLength(screen);
	if (screen.filter.passing !== null) {
		return `${count} of ${length}`;
	}

	const playhead = isLogWhole(screen) && selectLength(screen) < length ? `${selectLength(screen)} of ` : '';
	return screen.filter.isFolded ? `${count} rows of ${length}` : `${playhead}${count}`;
}

/** The text of a log without rows, or `null` if there are no events yet. */
function emptyWords(screen: Screen): string | null {
	const index = selectLogIndex(screen);
	if (index.seen < screen.live.length) {
		return null;
	}

	const soFar = index.count(screen.live.length) === 0 ? '' : ' so far';
	return selectLength(screen) === 0
		? null
		: `No event${soFar} matches the filter. ${screen.focus === 'prompt' ? 'F in the log' : 'F'} shows all.`;
}
