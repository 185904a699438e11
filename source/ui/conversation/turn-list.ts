import {continuesTurn, promptOf} from '../../analysis/conversation.js';
import {outputCountOf} from '../../analysis/output-count.js';
import {formatTokens} from '../../text/format-numbers.js';
import {paintRow} from '../../text/paint.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {fit} from '../../text/text-width.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemsOf} from '../../trace/persistent-list.js';
import {bodySize} from '../help/help-layout.js';
import {selectView} from '../player/select-view.js';
import {type PaneContent, paneSelector} from '../screen/pane-selector.js';
import type {Screen} from '../screen/screen.js';
import {headerHeight} from '../screen/select-layout.js';
import {perScreen} from '../screen/selector.js';

/** The turns that the list shows: those of the conversation, without requests that only continue one. */
export const selectListedTurns: (screen: Screen) => readonly ExchangeView[] = perScreen(screen =>
	[...itemsOf(selectView(screen).exchanges)].filter(
		view => view.exchange >= (screen.since ?? 1) && !continuesTurn(view),
	),
);

/** The index of the selected row: the newest turn, if the selected one is not listed. */
export function listedIndex(screen: Screen): number {
	const turns = selectListedTurns(screen);
	const index = turns.findIndex(({exchange}) => exchange === screen.listed);
	return index === -1 ? turns.length - 1 : index;
}

/** The list of turns, over the panes. */
export const selectTurnList: (screen: Screen) => PaneContent | null = paneSelector(screen => {
	const size = bodySize(screen);
	const turns = selectListedTurns(screen);
	const index = listedIndex(screen);
	const height = listHeight(screen);
	const top = Math.max(0, Math.min(index - Math.floor(height / 2), turns.length - height));
	const shown = turns.slice(top, top + height);
	const place = turns.length > height ? `${top + 1}–${top + shown.length} of ${turns.length} · ` : '';
	const keys = screen.isReplay ? 'y copy' : 'e edit  f fork  y copy';
	const words = size.width < 70 ? `${place}Enter  Esc` : `${place}Enter goes there  ${keys}  Esc closes`;
	return {
		title: [segment('Turns', 'title')],
		note: [segment(words, 'dim')],
		lines: shown.map((view, row) =>
			paintRow(turnRow(view, size.width, top + row === index), size.width, screen.theme, top + row === index),
		),
		place: {x: 0, y: headerHeight, ...size},
		top: headerHeight,
		isFocused: true,
		theme: screen.theme,
	};
});

/** The rows of the list in sight. */
export function listHeight(screen: Screen): number {
	return Math.max(1, bodySize(screen).height - 1);
}

const numberWidth = 5;
const tokensWidth = 12;

function turnRow(view: ExchangeView, width: number, isSelected: boolean): Row {
	const count = outputCountOf(view);
	const tokens = count === null ? '' : `${count.isFinal ? '' : '~'}${formatTokens(count.tokens)} out`;
	const state = view.phase === 'complete' ? '' : view.phase === 'aborted' ? 'interrupted' : view.phase;
	const room = Math.max(1, width - numberWidth - tokensWidth - state.length - 4);
	return [
		segment(`${isSelected ? '▸' : ' '}${String(view.exchange).padStart(numberWidth - 2)}  `, 'dim'),
		segment(fit(sanitizeLine(promptOf(view)), room)),
		segment(state === '' ? ' ' : ` ${state} `, view.phase === 'failed' ? 'bad' : 'warning'),
		segment(tokens.padStart(tokensWidth), 'dim'),
	];
}
