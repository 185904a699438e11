import {formatMilliseconds} from '../../text/format-numbers.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemAt} from '../../trace/persistent-list.js';
import {followWords} from '../player/player-state.js';
import {selectView} from '../player/select-view.js';
import {paneSize} from '../screen/layout.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {selectInside, selectLayout} from '../screen/select-layout.js';
import {conversationWindow} from './conversation-window.js';
import {withoutMark} from './highlighted-text.js';
import type {HistoryPlace, HistoryScroll} from './history-scroll.js';
import {selectTurnLines} from './select-turn.js';

/** What the conversation shows. It has only the visible lines; `waiting` is the line below them that says what is still missing. */
export type HistoryContent = PaneContent & {
	readonly waiting: {readonly words: string; readonly isTurning: boolean} | null;
};

export const selectHistory: (screen: Screen) => HistoryContent | null = paneSelector(screen => {
	const size = paneSize(selectLayout(screen), 'history');
	if (size === null) {
		return null;
	}

	const {scroll, places, waiting} = conversationWindow(screen);
	// The spinner does not turn while the screen is paused.
	const isTurning = screen.playhead === null || screen.playback.isPlaying;
	return {
		title: [segment('Conversation', 'title')],
		note: noteOf(screen, scroll),
		lines: places.length === 0 && waiting === null ? welcomeLines(screen) : linesAt(screen, places),
		waiting: waiting === null ? null : {words: waitingWords(waiting), isTurning},
		size,
		isFocused: screen.focus === 'history',
		theme: screen.theme,
	};
});

function linesAt(screen: Screen, places: readonly HistoryPlace[]): readonly string[] {
	const {exchanges} = selectView(screen);
	const turns = new Map<number, readonly string[]>();
	return places.map(({turn, line}) => {
		const exchange = itemAt(exchanges, turn);
		const all = turns.get(turn) ?? (exchange === undefined ? [] : selectTurnLines(screen, exchange));
		turns.set(turn, all);
		return withoutMark(all[line] ?? '');
	});
}

/** Shown while there is no turn yet. */
function welcomeLines(screen: Screen): readonly string[] {
	const {width, height} = selectInside(screen, 'history');
	return screen.welcome.flatMap(line => wrapText(line, width).lines.map(({text}) => text)).slice(0, height);
}

function noteOf(screen: Screen, scroll: HistoryScroll): Row {
	const turns = selectView(screen).exchanges.length;
	if (turns === 0) {
		return [];
	}

	if (scroll === 'tail') {
		return [segment(followWords(screen), 'dim')];
	}

	const why = screen.history === 'tail' ? 'at the selected event' : 'G follows';
	return [segment(`turn ${scroll.turn + 1} of ${turns} · ${why}`, 'warning')];
}

function waitingWords({attempts, timestamps}: ExchangeView): string {
	const attempt = attempts.at(-1);
	const failed = attempts.length > 1 ? ` (attempt ${attempts.length})` : '';
	if (attempt?.response && attempt.response.status >= 400) {
		const wait = attempt.response.headers['retry-after'];
		const after = wait === undefined ? '' : ` in ${formatMilliseconds(Number(wait) * 1000)}`;
		return `the server answered ${attempt.response.status}; the SDK retries${after}`;
	}

	return timestamps.headers === null
		? `waiting for the response${failed}`
		: `waiting for the first content${failed}`;
}
