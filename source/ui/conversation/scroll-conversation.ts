import {itemAt} from '../../trace/persistent-list.js';
import {selectView} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import type {SeenLines} from './conversation-state.js';
import {conversationWindow} from './conversation-window.js';
import {type HistoryPlace, type HistoryScroll, scrollToTurn} from './history-scroll.js';
import {selectHistoryLines, selectLinesOfTurn, selectTurnLines} from './select-turn.js';

/** Scrolls to a position, and notes how long the conversation was when its tail was left. */
export function withScroll(screen: Screen, history: HistoryScroll): Screen {
	const seen = history === 'tail' ? null : (screen.seen ?? lengthNow(screen));
	return {...screen, history, seen};
}

function lengthNow(screen: Screen): SeenLines {
	const {exchanges, length} = selectView(screen);
	const turns = exchanges.length;
	const lines = turns === 0 ? 0 : selectLinesOfTurn(screen)(turns - 1);
	return {length, turns, lines, layout: selectHistoryLines(screen)};
}

/** How many lines came since the tail was left. Only turns since then are counted, so that a long conversation costs no more than a short one. */
export function newLines(screen: Screen): number {
	const {seen} = screen;
	const {exchanges, length} = selectView(screen);
	if (seen === null || seen.length === length) {
		return 0;
	}

	const linesOf = selectLinesOfTurn(screen);
	// Laid out anew, as after a change of the width, the turn that was last then tells nothing.
	const isSameLayout = seen.layout === selectHistoryLines(screen);
	let count = isSameLayout ? -seen.lines : 0;
	for (let turn = Math.max(0, seen.turns - (isSameLayout ? 1 : 0)); turn < exchanges.length; turn++) {
		count += linesOf(turn);
	}

	return Math.max(0, count);
}

/** Scrolls until a line is in sight, near the middle, unless it is already. */
export function scrollTo(screen: Screen, {turn, line}: HistoryPlace): Screen {
	const {places, scroll} = conversationWindow(screen);
	if (places.some(place => place.turn === turn && place.line === line)) {
		return withScroll(screen, scroll);
	}

	const {height} = selectInside(screen, 'history');
	return withScroll(screen, {turn, line: Math.max(0, line - Math.floor(height / 2))});
}

/** Selects a turn by its index and scrolls to its first line. */
export function selectTurn(screen: Screen, index: number): Screen {
	const {exchanges} = selectView(screen);
	const view = itemAt(exchanges, index);
	if (view === undefined || selectTurnLines(screen, view).length === 0) {
		return screen;
	}

	const {height} = selectInside(screen, 'history');
	const history = scrollToTurn(index, exchanges.length, height, selectLinesOfTurn(screen));
	return {...withScroll(screen, history), turn: view.exchange};
}
