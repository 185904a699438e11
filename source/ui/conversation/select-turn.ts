import {type DeltaSpan, deltaSpan} from '../../analysis/delta-span.js';
import {isFollowed} from '../../analysis/open-calls.js';
import {type TurnStanding, turnStandings} from '../../analysis/turn-standings.js';
import {createMarkdownStyle} from '../../text/markdown-style.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {fenced} from '../../trace/fence.js';
import {itemAt} from '../../trace/persistent-list.js';
import type {Trace} from '../../trace/trace.js';
import {selectPosition} from '../events/select-log.js';
import {selectView} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import {selectInside} from '../screen/select-layout.js';
import {selector} from '../screen/selector.js';
import {withCard} from './card-lines.js';
import {endingRows} from './ending-rows.js';
import type {TextPlace} from './highlighted-text.js';
import {createHistoryLines, type HistoryLines, type PassageLines} from './history-lines.js';
import {selectOpenTurn} from './select-open-turn.js';
import {standingHeadRows, supersededLines} from './superseded-lines.js';

/** The characters of the selected event, unless the log only follows its tail and no event is singled out. */
export function selectHighlight(screen: Screen): DeltaSpan | null {
	const {log, playhead, isPresenting} = screen;
	return log.isFollowing && playhead === null && !isPresenting ? null : selectSpan(screen);
}

const selectSpan = selector(screen => [screen.trace, selectPosition(screen)] as const, deltaSpan);

/** Lays out turns. A turn is laid out again only when something that it shows has changed. */
export const selectHistoryLines: (screen: Screen) => HistoryLines = selector(
	screen =>
		[
			selectInside(screen, 'history').width,
			screen.theme,
			screen.hasTimes,
			screen.isThinkingOpen,
			screen.isMarkdown,
			screen.codeColumn,
			screen.highlighter,
			screen.highlighter.isLoaded,
		] as const,
	(width, theme, hasTimes, isThinkingOpen, isMarkdown, codeColumn, {highlight}, _isLoaded) => {
		const scrolled = codeColumn === null ? {} : {codeColumn};
		const markdown = isMarkdown ? {width, style: createMarkdownStyle(theme), highlight, ...scrolled} : null;
		return createHistoryLines({width, theme, hasTimes, isThinkingOpen, markdown});
	},
);

/** The styled lines of a turn. A turn of a cleared conversation has none, unless the playhead looks back. */
export function selectTurnLines(screen: Screen, exchange: ExchangeView): readonly string[] {
	if (isCleared(screen, exchange)) {
		return [];
	}

	const own = selectHistoryLines(screen).of(exchange, selectHighlight(screen));
	const lines = isFollowed(selectView(screen), exchange) ? withoutWaiting(own, exchange, screen) : own;
	const standing = standingOf(screen, exchange.exchange);
	const placed = standing === undefined ? lines : withStanding(screen, lines, standing);
	const open = screen.playhead === null ? selectOpenTurn(screen) : null;
	return open?.exchange.exchange === exchange.exchange ? withCard(placed, open, cardOf(screen)) : placed;
}

/** Lines without what a turn waited for, keyed by the turn's own lines. */
const answered = new WeakMap<readonly string[], readonly string[]>();

/** An answer that was followed by another request waits no more. */
function withoutWaiting(lines: readonly string[], exchange: ExchangeView, screen: Screen): readonly string[] {
	const known = answered.get(lines);
	const {width} = selectInside(screen, 'history');
	const made = known ?? withoutEmptyEnd(lines.slice(0, -endingRows(exchange, width).length - 1));
	answered.set(lines, made);
	return made;
}

/** The lines with one empty line at the end: what stood below it is gone. */
function withoutEmptyEnd(lines: readonly string[]): readonly string[] {
	return [...lines.slice(0, lines.findLastIndex(line => line.trim() !== '') + 1), ''];
}

function cardOf(screen: Screen) {
	const {calls, toolRule, focus, theme} = screen;
	const {width} = selectInside(screen, 'history');
	return {calls, toolRule, isFocused: focus === 'history', width, theme};
}

/** How many lines each turn of the conversation has. */
export function selectLinesOfTurn(screen: Screen): (turn: number) => number {
	const {exchanges} = selectView(screen);
	return turn => {
		const exchange = itemAt(exchanges, turn);
		return exchange === undefined ? 0 : selectTurnLines(screen, exchange).length;
	};
}

/** The lines of a turn that show its prompt, [from, to). */
export function selectPromptLines(
	screen: Screen,
	exchange: ExchangeView,
): {readonly from: number; readonly to: number} {
	const from = standingHeadRows(standingOf(screen, exchange.exchange));
	return {from, to: from + selectHistoryLines(screen).promptLength(exchange, selectHighlight(screen))};
}

/** Maps lines of a turn to passages. */
export function selectPassages(screen: Screen, exchange: ExchangeView): readonly PassageLines[] {
	if (isCleared(screen, exchange)) {
		return [];
	}

	const head = standingHeadRows(standingOf(screen, exchange.exchange));
	return selectHistoryLines(screen)
		.passages(exchange, selectHighlight(screen))
		.map(passage => ({...passage, from: passage.from + head, to: passage.to + head}));
}

/** The place of a delta's first character in the lines of its passage, as they are when it is highlighted. */
export function selectTextPlace(screen: Screen, exchange: ExchangeView, span: DeltaSpan): TextPlace | null {
	return selectHistoryLines(screen).placeOf(exchange, span);
}

function isCleared({since, playhead}: Screen, {exchange}: ExchangeView): boolean {
	return playhead === null && exchange < (since ?? 0);
}

type Superseded = {readonly standing: TurnStanding; readonly lines: readonly string[]};

/** Keyed by the turn's own lines, which differ for each width and theme. */
const superseded = new WeakMap<readonly string[], Superseded>();

function withStanding(screen: Screen, lines: readonly string[], standing: TurnStanding): readonly string[] {
	const known = superseded.get(lines);
	if (known?.standing === standing) {
		return known.lines;
	}

	const {width} = selectInside(screen, 'history');
	const made = {standing, lines: supersededLines(lines, standing, {width, theme: screen.theme})};
	superseded.set(lines, made);
	return made.lines;
}

type Standings = {
	readonly count: number;
	readonly since: number | null;
	readonly standings: ReadonlyMap<number, TurnStanding>;
};

const known = new WeakMap<Trace, Standings>();

/** Whether a turn was superseded. It depends on the requests, so it is computed again for all turns when a request is added. */
function standingOf(screen: Screen, exchange: number): TurnStanding | undefined {
	const {trace, since} = screen;
	const view = selectView(screen);
	const count = view.exchanges.length;
	let found = known.get(trace);
	if (found?.count !== count || found.since !== since) {
		const standings = fenced(
			view,
			() => turnStandings(view, since),
			() => new Map<number, TurnStanding>(),
		);
		found = {count, since, standings};
		known.set(trace, found);
	}

	return found.standings.get(exchange);
}
