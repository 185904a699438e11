import {breakpointSource} from '../../analysis/breakpoint.js';
import {completesText} from '../../analysis/completes-text.js';
import {summarize} from '../../analysis/event-summary.js';
import {containsText, filterSource, isFiltering} from '../../analysis/log-index.js';
import {gapBefore} from '../../analysis/pauses.js';
import type {Severity} from '../../messages/conformance/finding.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {exchangeIn} from '../../trace/fold-trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {goToEnd, movePlayhead} from '../player/player-actions.js';
import {atTop, followingList, type ListState, moveSelection, selectRow} from '../screen/list-state.js';
import type {ScreenModel} from '../screen/screen-model.js';
import type {FieldKind, ScreenState} from '../screen/screen-state.js';

/** A pause that "next gap" stops at, in milliseconds. */
const longGap = 1000;

/** What keys do to the event log. */
export function logActions(model: ScreenModel) {
	const change = (next: (state: ScreenState) => Partial<ScreenState>) => () => {
		model.store.update(state => ({...state, notice: null, ...next(state)}));
	};

	const move = (next: (log: ListState, count: number, height: number) => ListState) => () => {
		const count = model.logCount;
		const {height} = model.inside('events');
		// The inspector shows another event: it starts at its top.
		change(state => ({log: next(state.log, count, height), inspector: atTop}))();
	};

	const page = (height: number) => Math.max(1, height - 1);
	const open = (kind: FieldKind, value: (state: ScreenState) => string) =>
		change(state => ({field: {kind, value: value(state)}}));

	return {
		logUp: move((log, count, height) => {
			// Of an event that the filter hides, the selected row is already the one before it.
			const isHere = model.logIndex.holds(model.selectedPosition);
			return moveSelection(log, isHere ? -1 : 0, count, height);
		}),
		logDown: move((log, count, height) => moveSelection(log, 1, count, height)),
		logPageUp: move((log, count, height) => moveSelection(log, -page(height), count, height)),
		logPageDown: move((log, count, height) => moveSelection(log, page(height), count, height)),
		logTop() {
			if (model.isReplay) {
				movePlayhead(model, 1);
			} else {
				move((log, count, height) => selectRow(log, 0, count, height))();
			}
		},
		logTail() {
			if (model.state.playhead === null) {
				move(() => followingList)();
			} else {
				goToEnd(model);
			}
		},
		toggleRaw: change(({isRaw}) => ({isRaw: !isRaw, tab: 'event', inspector: atTop})),
		toggleRuns: () => refilter(model, filter => ({...filter, isFolded: !filter.isFolded})),
		clearFilter: () => refilter(model, filter => ({...filter, kinds: null, text: ''})),
		toggleChunks: change(({hasChunks}) => ({hasChunks: !hasChunks})),
		toggleBookmark: () => toggleBookmark(model),
		openSearch: open('search', () => ''),
		openFilter: open('filter', ({filter}) => filterSource(filter)),
		openGoto: open('goto', () => ''),
		openBreakpoint: open('breakpoint', ({playback: {breakpoint}}) =>
			breakpoint === null ? '' : breakpointSource(breakpoint),
		),
	};
}

/** Keys that look for the next event of some kind, forward or back. */
export function jumpActions(model: ScreenModel) {
	const jump =
		(by: 1 | -1, words: string, isWanted: (event: TraceEvent, position: number) => boolean) => () => {
			const found = findEvent(model, by, isWanted);
			if (found === null) {
				const side = by === 1 ? 'after' : 'before';
				const among = isFiltering(model.state.filter) ? ', among the filtered ones' : '';
				model.store.update(state => ({...state, notice: `no ${words} ${side} this event${among}`}));
			} else {
				showPosition(model, found);
			}
		};

	const search = (by: 1 | -1) => () => {
		const {search: text} = model.state;
		const completes = completesText(text);
		jump(
			by,
			'hit',
			(event, position) =>
				text !== '' && (containsText(event, text) || completes(model.trace.events, position)),
		)();
	};

	// Of a folded run the next one is not inside it.
	const isSame = (event: TraceEvent, position: number) =>
		model.selectedEvent !== undefined &&
		summarize(event).kind === summarize(model.selectedEvent).kind &&
		model.logIndex.rowOf(position) !== model.logIndex.rowOf(model.selectedPosition);
	const isAfterGap = (_: TraceEvent, position: number) => gapBefore(model.trace.events, position) > longGap;
	return {
		searchNext: search(1),
		searchPrevious: search(-1),
		nextError: jump(1, 'error', isError(model)),
		previousError: jump(-1, 'error', isError(model)),
		nextGap: jump(1, 'pause of over a second', isAfterGap),
		previousGap: jump(-1, 'pause of over a second', isAfterGap),
		nextSame: jump(1, 'event of this type', isSame),
		previousSame: jump(-1, 'event of this type', isSame),
	};
}

/** Shows the log through another filter, at the event that was selected. */
export function refilter(
	model: ScreenModel,
	next: (filter: ScreenState['filter']) => ScreenState['filter'],
): void {
	const position = model.selectedPosition;
	const {isFollowing} = model.state.log;
	model.store.update(state => ({...state, filter: next(state.filter)}));
	if (!isFollowing) {
		const {logIndex} = model;
		const near = logIndex.rowAt(logIndex.rowOf(position))?.last ?? position;
		selectPosition(model, logIndex.holds(position) ? position : near);
	}
}

/** Selects the event at a position; one behind the playhead is reached by moving the playhead. */
export function showPosition(model: ScreenModel, position: number): void {
	const {playhead} = model.state;
	if (playhead === null || position < playhead) {
		selectPosition(model, position);
	} else {
		movePlayhead(model, position + 1);
	}
}

/** Selects the event at a position of the trace; one that the filter hides, in the row before it. */
export function selectPosition(model: ScreenModel, position: number): void {
	const row = model.logIndex.rowOf(position);
	const {height} = model.inside('events');
	model.store.update(state => ({
		...state,
		log: {...selectRow(state.log, row, model.logCount, height), meant: position},
		inspector: atTop,
		notice: null,
	}));
}

/** An error of the wire, an event at which the SDK threw one, or one that breaks a rule of the protocol. */
function isError(model: ScreenModel): (event: TraceEvent, position: number) => boolean {
	return (event, position) =>
		summarize(event).role === 'error' ||
		(event.type === 'sse' && event.event === 'error') ||
		model.lane.at(position).verdict === 'thrown' ||
		worstFinding(model, event, position) === 'error';
}

/** What is found about an event, also by what came after it. */
function worstFinding(model: ScreenModel, {exchange}: TraceEvent, position: number): Severity | null {
	const view = exchangeIn(model.trace.view, exchange);
	if (view === null) {
		return null;
	}

	while (model.findings.catchUp(view)) {
		// A long exchange is checked in stretches.
	}

	return model.findings.worstOf(view, {first: position, last: position});
}

/** The nearest position that is wanted, among those that the filter lets through. */
function findEvent(
	model: ScreenModel,
	by: 1 | -1,
	isWanted: (event: TraceEvent, position: number) => boolean,
): number | null {
	const {trace, logIndex} = model;
	// Also behind the playhead: that is where the next one of a recording is.
	for (let position = model.selectedPosition + by; position >= 0 && position < trace.length; position += by) {
		const event = trace.at(position);
		if (event !== undefined && isWanted(event, position) && logIndex.holds(position)) {
			return position;
		}
	}

	return null;
}

/** Bookmarks the selected event, or removes its bookmark; with two bookmarks, says the time between them. */
function toggleBookmark(model: ScreenModel): void {
	const position = model.selectedPosition;
	if (position < 0) {
		return;
	}

	model.store.update(state => {
		const bookmarks = state.bookmarks.includes(position)
			? state.bookmarks.filter(bookmark => bookmark !== position)
			: [...state.bookmarks, position];
		return {...state, bookmarks, notice: timeBetween(model, bookmarks)};
	});
}

function timeBetween(model: ScreenModel, bookmarks: readonly number[]): string | null {
	const [from, to] = bookmarks.slice(-2).sort((a, b) => a - b);
	const start = from === undefined ? undefined : model.trace.at(from);
	const end = to === undefined ? undefined : model.trace.at(to);
	if (from === undefined || to === undefined || start === undefined || end === undefined) {
		return null;
	}

	return `#${from + 1} to #${to + 1}: ${formatMilliseconds(end.at - start.at)}, ${to - from} events`;
}
