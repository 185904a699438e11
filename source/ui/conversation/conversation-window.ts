import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemAt, itemsOf, lastItem} from '../../trace/persistent-list.js';
import {selectView} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {perScreen} from '../screen/selector.js';
import {highlightedLine} from './highlighted-text.js';
import {type HistoryPlace, type HistoryScroll, historyWindow} from './history-scroll.js';
import {selectHighlight, selectLinesOfTurn, selectTurnLines} from './select-turn.js';

/** The visible part of the conversation. `waiting` is the exchange that has no content yet, which the last line is about. */
export type ConversationWindow = {
	readonly scroll: HistoryScroll;
	readonly places: readonly HistoryPlace[];
	readonly waiting: ExchangeView | null;
};

/** Lays the conversation out in its pane. Until the user scrolls, the characters of the selected event are visible. */
export const conversationWindow: (screen: Screen) => ConversationWindow = perScreen(screen => {
	const {exchanges} = selectView(screen);
	const latest = lastItem(exchanges) ?? null;
	const isWaiting = latest !== null && isBeforeContent(latest) && selectTurnLines(screen, latest).length > 0;
	const height = selectInside(screen, 'history').height - (isWaiting ? 1 : 0);
	const scroll = highlightScroll(screen, height);
	return {
		scroll,
		places: historyWindow(scroll, exchanges.length, height, selectLinesOfTurn(screen)),
		waiting: isWaiting ? latest : null,
	};
});

/** Whether the first highlighted characters are visible; `null` if nothing is highlighted, or nothing of it is shown, as for a line break. */
export function isHighlightVisible(screen: Screen): boolean | null {
	const place = highlightPlaceOf(screen);
	return place === null ? null : isAmong(conversationWindow(screen).places, place);
}

function highlightScroll(screen: Screen, height: number): HistoryScroll {
	const {history} = screen;
	const turns = selectView(screen).exchanges.length;
	const place = history === 'tail' ? highlightPlaceOf(screen) : null;
	return place === null || isAmong(historyWindow('tail', turns, height, selectLinesOfTurn(screen)), place)
		? history
		: {turn: place.turn, line: Math.max(0, place.line - Math.floor(height / 2))};
}

/** Where the highlighted characters begin. */
function highlightPlaceOf(screen: Screen): HistoryPlace | null {
	const highlight = selectHighlight(screen);
	const {exchanges} = selectView(screen);
	const turn =
		highlight === null
			? -1
			: [...itemsOf(exchanges)].findIndex(({exchange}) => exchange === highlight.exchange);
	const exchange = itemAt(exchanges, turn);
	const line = exchange === undefined ? -1 : highlightedLine(selectTurnLines(screen, exchange));
	return line === -1 ? null : {turn, line};
}

function isAmong(places: readonly HistoryPlace[], {turn, line}: HistoryPlace): boolean {
	return places.some(place => place.turn === turn && place.line === line);
}

function isBeforeContent({phase, timestamps}: ExchangeView): boolean {
	return (phase === 'connecting' || phase === 'streaming') && timestamps.firstContent === null;
}
