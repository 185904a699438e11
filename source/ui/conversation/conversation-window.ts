import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemAt, itemsOf, lastItem} from '../../trace/persistent-list.js';
import type {ScreenModel} from '../screen/screen-model.js';
import {highlightedLine} from './highlighted-text.js';
import {type HistoryPlace, type HistoryScroll, historyWindow} from './history-scroll.js';

/** What of the conversation is in sight. `waiting` is the exchange of which nothing has come yet: the last line is about it. */
export type ConversationWindow = {
	readonly scroll: HistoryScroll;
	readonly places: readonly HistoryPlace[];
	readonly waiting: ExchangeView | null;
};

/** Lays the conversation out in its pane. While nobody has scrolled it, the characters of the selected event are in sight. */
export function conversationWindow(model: ScreenModel): ConversationWindow {
	const {view, linesOfTurn} = model;
	const latest = lastItem(view.exchanges) ?? null;
	const isWaiting = latest !== null && isBeforeContent(latest) && model.turns.of(latest).length > 0;
	const height = model.inside('history').height - (isWaiting ? 1 : 0);
	const scroll = highlightScroll(model, height);
	return {
		scroll,
		places: historyWindow(scroll, view.exchanges.length, height, linesOfTurn),
		waiting: isWaiting ? latest : null,
	};
}

/** Whether the first of the highlighted characters are in sight; `null` where none are shown, as of a line break, or none are highlighted. */
export function isHighlightVisible(model: ScreenModel): boolean | null {
	const place = highlightPlaceOf(model);
	return place === null ? null : isAmong(conversationWindow(model).places, place);
}

function highlightScroll(model: ScreenModel, height: number): HistoryScroll {
	const {state, view, linesOfTurn} = model;
	const place = state.history === 'tail' ? highlightPlaceOf(model) : null;
	return place === null || isAmong(historyWindow('tail', view.exchanges.length, height, linesOfTurn), place)
		? state.history
		: {turn: place.turn, line: Math.max(0, place.line - Math.floor(height / 2))};
}

/** Where the highlighted characters begin. */
function highlightPlaceOf({highlight, view, turns}: ScreenModel): HistoryPlace | null {
	const turn =
		highlight === null
			? -1
			: [...itemsOf(view.exchanges)].findIndex(({exchange}) => exchange === highlight.exchange);
	const exchange = itemAt(view.exchanges, turn);
	const line = exchange === undefined ? -1 : highlightedLine(turns.of(exchange));
	return line === -1 ? null : {turn, line};
}

function isAmong(places: readonly HistoryPlace[], {turn, line}: HistoryPlace): boolean {
	return places.some(place => place.turn === turn && place.line === line);
}

function isBeforeContent({phase, timestamps}: ExchangeView): boolean {
	return (phase === 'connecting' || phase === 'streaming') && timestamps.firstContent === null;
}
