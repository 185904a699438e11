import type {DeltaSpan} from '../../analysis/delta-span.js';
import {type TurnStanding, turnStandings} from '../../analysis/turn-standings.js';
import type {LazyHighlighter} from '../../text/markdown/lazy-highlighter.js';
import {createMarkdownStyle} from '../../text/markdown-style.js';
import type {Theme} from '../../text/theme.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {TraceView} from '../../trace/fold-trace.js';
import type {PaneName, Size} from '../screen/layout.js';
import type {ScreenState} from '../screen/screen-state.js';
import type {TextPlace} from './highlighted-text.js';
import {createHistoryLines, type HistoryLines, type PassageLines} from './history-lines.js';
import {standingHeadRows, supersededLines} from './superseded-lines.js';

/** What the lines of the conversation depend on. */
type Screen = {
	readonly state: ScreenState;
	readonly view: TraceView;
	readonly highlight: DeltaSpan | null;
	readonly theme: Theme;
	readonly highlighter: LazyHighlighter;
	inside(pane: PaneName): Size;
};

/** The lines of the conversation's turns as the screen stands. What does not change from one frame to the next is kept. */
export class ConversationLines {
	readonly #screen: Screen;
	#lines: {readonly key: string; readonly lines: HistoryLines} | undefined;
	#standings: {readonly key: string; readonly standings: ReadonlyMap<number, TurnStanding>} | undefined;
	readonly #superseded = new WeakMap<
		readonly string[],
		{readonly standing: TurnStanding; readonly lines: readonly string[]}
	>();

	constructor(screen: Screen) {
		this.#screen = screen;
	}

	/** The lines of a turn, styled. One of a conversation that was cleared has none, except while the playhead looks back. */
	of(exchange: ExchangeView): readonly string[] {
		return this.#isCleared(exchange)
			? []
			: this.#withStanding(exchange, this.#historyLines.of(exchange, this.#screen.highlight));
	}

	/** Which of these lines show which passage. */
	passages(exchange: ExchangeView): readonly PassageLines[] {
		if (this.#isCleared(exchange)) {
			return [];
		}

		const head = standingHeadRows(this.#standingOf(exchange.exchange));
		return this.#historyLines
			.passages(exchange, this.#screen.highlight)
			.map(passage => ({...passage, from: passage.from + head, to: passage.to + head}));
	}

	/** Where the first of a delta's characters stands in the lines of its passage, as they are when it is highlighted. */
	placeOf(exchange: ExchangeView, span: DeltaSpan): TextPlace | null {
		return this.#historyLines.placeOf(exchange, span);
	}

	#isCleared({exchange}: ExchangeView): boolean {
		const {since, playhead} = this.#screen.state;
		return playhead === null && exchange < (since ?? 0);
	}

	get #historyLines(): HistoryLines {
		const {theme, highlighter, state} = this.#screen;
		const {highlight, isLoaded} = highlighter;
		const {isThinkingOpen, isMarkdown} = state;
		const {width} = this.#screen.inside('history');
		const key = `${width} ${isThinkingOpen} ${isMarkdown} ${isLoaded} ${theme.name}`;
		if (this.#lines?.key !== key) {
			const markdown = isMarkdown ? {width, style: createMarkdownStyle(theme), highlight} : null;
			this.#lines = {key, lines: createHistoryLines({width, theme, isThinkingOpen, markdown})};
		}

		return this.#lines.lines;
	}

	#withStanding({exchange}: ExchangeView, lines: readonly string[]): readonly string[] {
		const standing = this.#standingOf(exchange);
		if (standing === undefined) {
			return lines;
		}

		const known = this.#superseded.get(lines);
		if (known?.standing === standing) {
			return known.lines;
		}

		const {theme} = this.#screen;
		const {width} = this.#screen.inside('history');
		const superseded = {standing, lines: supersededLines(lines, standing, {width, theme})};
		this.#superseded.set(lines, superseded);
		return superseded.lines;
	}

	/** What became of a turn; found anew for all of them when one is added. */
	#standingOf(exchange: number): TurnStanding | undefined {
		const {view, state} = this.#screen;
		const key = `${view.exchanges.length} ${state.since}`;
		if (this.#standings?.key !== key) {
			this.#standings = {key, standings: turnStandings(view, state.since)};
		}

		return this.#standings.standings.get(exchange);
	}
}
