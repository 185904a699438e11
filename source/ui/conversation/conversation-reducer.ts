import {nextDelta} from '../../analysis/delta-span.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {itemAt} from '../../trace/persistent-list.js';
import {showPosition} from '../events/select-event.js';
import {selectPosition, selectSelectedExchange} from '../events/select-log.js';
import {selectView} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {conversationWindow, isHighlightVisible} from './conversation-window.js';
import {findPiece} from './find-piece.js';
import {findKeys} from './find-reducer.js';
import {scrollHistory} from './history-scroll.js';
import {scrollCodeLeft, scrollCodeRight} from './scroll-code.js';
import {withScroll} from './scroll-conversation.js';
import {selectHighlight, selectLinesOfTurn, selectTurnLines} from './select-turn.js';
import {toTurn} from './turn-reducer.js';

/** Key actions of the conversation. */
export const conversationKeys = {
	...findKeys,
	nextPiece: (screen: Screen) => toPiece(screen, 1),
	previousPiece: (screen: Screen) => toPiece(screen, -1),
	historyUp: (screen: Screen) => scrollConversation(screen, -1),
	historyDown: (screen: Screen) => scrollConversation(screen, 1),
	historyPageUp: (screen: Screen) => scrollConversation(screen, -page(screen)),
	historyPageDown: (screen: Screen) => scrollConversation(screen, page(screen)),
	historyTurnUp: (screen: Screen) => toTurn(screen, -1),
	historyTurnDown: (screen: Screen) => toTurn(screen, 1),
	historyTop: (screen: Screen): Screen => ({
		...withScroll(screen, selectView(screen).exchanges.length === 0 ? 'tail' : {turn: 0, line: 0}),
		turn: null,
	}),
	historyTail: (screen: Screen): Screen => ({...withScroll(screen, 'tail'), turn: null}),
	toggleMarkdown: (screen: Screen): Screen => ({...screen, isMarkdown: !screen.isMarkdown}),
	scrollCodeRight,
	scrollCodeLeft,
	toggleThinking: (screen: Screen): Screen => ({...screen, isThinkingOpen: !screen.isThinkingOpen}),
};

/** Scrolls by a number of lines. Reaching the last line follows the tail again. */
export function scrollConversation(screen: Screen, by: number): Screen {
	const turns = selectView(screen).exchanges.length;
	const {height} = selectInside(screen, 'history');
	return withScroll(screen, scrollHistory(screen.history, by, turns, height, selectLinesOfTurn(screen)));
}

/** Selects the event that carried the character at a place in the pane, if there is text. */
export function pressConversation(screen: Screen, row: number, column: number): Screen {
	const {scroll, places} = conversationWindow(screen);
	const place = places[row];
	const exchange = place && itemAt(selectView(screen).exchanges, place.turn);
	const line = place && exchange && selectTurnLines(screen, exchange)[place.line];
	const found = place && line ? findPiece(screen, place, Math.max(0, column)) : null;
	// The view stays, even if it was set for another piece.
	return found === null ? screen : showPiece(withScroll(screen, scroll), found);
}

function page(screen: Screen): number {
	return Math.max(1, selectInside(screen, 'history').height - 2);
}

function toPiece(screen: Screen, by: 1 | -1): Screen {
	const found = pieceInSight(screen) ?? nextDelta(screen.trace, selectPosition(screen), by);
	if (found === null) {
		return screen;
	}

	const shown = showPiece(screen, found);
	const since = (screen.trace.at(found)?.at ?? 0) - (selectSelectedExchange(shown)?.timestamps.request ?? 0);
	const when = screen.hasTimes ? ` arrived at ${formatMilliseconds(since)}` : '';
	return {...shown, notice: `#${found + 1}${when}`};
}

/** If a conversation scrolled by hand shows nothing highlighted, the first visible piece. */
function pieceInSight(screen: Screen): number | null {
	const [first] = conversationWindow(screen).places;
	const isWalking = selectHighlight(screen) !== null && isHighlightVisible(screen) !== false;
	return screen.history === 'tail' || first === undefined || isWalking ? null : findPiece(screen, first);
}

/** Selects the event of a piece of the text. The conversation keeps its scroll position as long as the piece is visible. */
function showPiece(screen: Screen, position: number): Screen {
	const {scroll} = conversationWindow(screen);
	const shown = showPosition(screen, position);
	const isInSight = isHighlightVisible(shown);
	// A line break has nothing to show. The next piece will be where the last one was.
	return isInSight === true ? shown : withScroll(shown, isInSight === null ? scroll : 'tail');
}
