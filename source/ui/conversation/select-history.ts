import {stripVTControlCharacters} from 'node:util';
import {paintRow} from '../../text/paint.js';
import {type Row, segment} from '../../text/segment.js';
import {textWidth} from '../../text/text-width.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemAt} from '../../trace/persistent-list.js';
import {followWords} from '../player/player-state.js';
import {selectView} from '../player/select-view.js';
import {type Place, placeOf} from '../screen/layout.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {headerHeight, historyMargin, selectInside, selectLayout} from '../screen/select-layout.js';
import {conversationWindow} from './conversation-window.js';
import {lightHits} from './find-hits.js';
import {withoutMark} from './highlighted-text.js';
import type {HistoryPlace, HistoryScroll} from './history-scroll.js';
import {hitMarks} from './hit-marks.js';
import {newLines} from './scroll-conversation.js';
import {selectPromptLines, selectTurnLines} from './select-turn.js';
import {hasStart} from './start-reducer.js';
import {startRows} from './start-rows.js';
import {selectedTurn} from './turn-reducer.js';

/** What the conversation shows. It has only the visible lines; `waiting` is about the line `row` below them, which says what is still missing. */
export type HistoryContent = PaneContent & {
	readonly waiting: {
		readonly row: number;
		readonly exchange: ExchangeView;
		readonly hasTimes: boolean;
		readonly isTurning: boolean;
		/** Cells of the line, with its spinner. */
		readonly width: number;
	} | null;
};

export const selectHistory: (screen: Screen) => HistoryContent | null = paneSelector(screen => {
	const place = placeOf(selectLayout(screen), 'history');
	if (place === null) {
		return null;
	}

	const {scroll, places, waiting} = conversationWindow(screen);
	// The spinner does not turn while the screen is paused.
	const isTurning = screen.playhead === null || screen.playback.isPlaying;
	return {
		title: [segment('Conversation', 'title')],
		note: noteOf(screen, scroll, place.width),
		lines:
			places.length === 0 && waiting === null
				? welcomeLines(screen)
				: withMarks(linesAt(screen, places), screen, place),
		waiting:
			waiting === null
				? null
				: {
						row: places.length,
						exchange: waiting,
						hasTimes: screen.hasTimes,
						isTurning,
						width: selectInside(screen, 'history').width,
					},
		place,
		top: headerHeight,
		isFocused: screen.focus === 'history',
		theme: screen.theme,
	};
});

function linesAt(screen: Screen, places: readonly HistoryPlace[]): readonly string[] {
	const {exchanges} = selectView(screen);
	const turns = new Map<number, readonly string[]>();
	const margin = ' '.repeat(historyMargin);
	const bar = screen.theme.style('▌', 'user') + ' '.repeat(historyMargin - 1);
	const selected = screen.theme.style('┃', 'accent') + ' '.repeat(historyMargin - 1);
	const {find} = screen;
	const isFocused = screen.focus === 'history';
	const light = (part: string) => screen.theme.style(part, 'highlight');
	return places.map(({turn, line}) => {
		const exchange = itemAt(exchanges, turn);
		const all = turns.get(turn) ?? (exchange === undefined ? [] : selectTurnLines(screen, exchange));
		turns.set(turn, all);
		const shown = withoutMark(all[line] ?? '');
		const prompt = exchange === undefined ? null : selectPromptLines(screen, exchange);
		const isPrompt = prompt !== null && line >= prompt.from && line < prompt.to;
		const isSelected = isFocused && exchange !== undefined && exchange.exchange === screen.turn;
		const found = find === null ? shown : lightHits(shown, find.text, light);
		return isSelected ? selected + found : isPrompt ? bar + found : found === '' ? '' : margin + found;
	});
}

/** The lines with the hits of the search at the right edge of the pane, as on a scrollbar of the whole conversation. */
function withMarks(lines: readonly string[], screen: Screen, {x, width}: Place): readonly string[] {
	const marks = hitMarks(screen);
	if (marks.size === 0) {
		return lines;
	}

	const room = width - (x > 0 ? 1 : 0) - 1;
	const {height} = selectInside(screen, 'history');
	return Array.from({length: height}, (_, row) => {
		const line = lines[row] ?? '';
		const mark = marks.get(row);
		return mark === undefined
			? line
			: padStyled(line, room) + screen.theme.style(mark === 'at' ? '█' : '▐', 'accent');
	});
}

function padStyled(line: string, width: number): string {
	return line + ' '.repeat(Math.max(0, width - textWidth(stripVTControlCharacters(line))));
}

/** Shown while there is no turn yet: in the chat, the start screen. */
function welcomeLines(screen: Screen): readonly string[] {
	const room = selectInside(screen, 'history');
	const margin = ' '.repeat(historyMargin);
	if (hasStart(screen)) {
		const {startChoice: chosen, hasSessions, welcome, theme} = screen;
		const {rows} = startRows({chosen, hasSessions, welcome}, room);
		return rows.map(row => (row.length === 0 ? '' : margin + paintRow(row, room.width, theme)));
	}

	return screen.welcome
		.flatMap(line => wrapText(line, room.width).lines.map(({text}) => margin + text))
		.slice(0, room.height);
}

/** The keys that go towards the end, where there are any. */
const onwards: Partial<Readonly<Record<Screen['focus'], string>>> = {
	history: 'G follows',
	prompt: 'PgDn goes on',
};

function noteOf(screen: Screen, scroll: HistoryScroll, width: number): Row {
	const turns = selectView(screen).exchanges.length;
	if (turns === 0) {
		return [];
	}

	const selected = screen.focus === 'history' ? selectedTurn(screen) : null;
	if (selected !== null) {
		const keys = width < 70 ? 'y Y e f Enter' : 'y copy  Y code  e edit  f fork  Enter events';
		return [segment(`turn ${selected.exchange} · ${keys}`, 'accent')];
	}

	if (scroll === 'tail') {
		return [segment(followWords(screen), 'dim')];
	}

	const fresh = newLines(screen);
	if (fresh > 0) {
		const lines = `↓ ${fresh.toLocaleString('en-US')} new line${fresh === 1 ? '' : 's'}`;
		return [segment(`${lines} · turn ${scroll.turn + 1} of ${turns}`, 'warning')];
	}

	const why = screen.history === 'tail' ? 'at the selected event' : onwards[screen.focus];
	const words = `turn ${scroll.turn + 1} of ${turns}`;
	return [segment(why === undefined ? words : `${words} · ${why}`, 'warning')];
}
