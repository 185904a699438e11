import {type DeltaSpan, deltaSpan} from '../../analysis/delta-span.js';
import {ExchangeTimeline} from '../../analysis/exchange-timeline.js';
import {LogIndex, type LogRow} from '../../analysis/log-index.js';
import {TraceFindings} from '../../analysis/trace-findings.js';
import {TraceTimeline} from '../../analysis/trace-timeline.js';
import type {JsonHighlight} from '../../text/json-tree/json-layout.js';
import {type JsonRows, jsonRows} from '../../text/json-tree/json-rows.js';
import {lazyHighlighter} from '../../text/markdown/lazy-highlighter.js';
import {loadHighlighter} from '../../text/markdown/load-highlighter.js';
import type {Theme} from '../../text/theme.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {exchangeIn, type TraceView} from '../../trace/fold-trace.js';
import {itemAt, lastItem} from '../../trace/persistent-list.js';
import type {SdkLane} from '../../trace/sdk-lane.js';
import type {Trace} from '../../trace/trace.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {ConversationLines} from '../conversation/conversation-lines.js';
import {type KeyMap, keymap} from './keymap.js';
import {type Layout, layoutScreen, type PaneName, paneSize, type Size} from './layout.js';
import {listWindow} from './list-state.js';
import {initialScreen, type ScreenState} from './screen-state.js';
import {createStore, type Store} from './store.js';

/** Rows and columns that a pane's frame takes. */
const frame = 2;
/** Empty columns at both sides of the conversation: text reads badly at a line. */
export const historyMargin = 1;
/** The header of the log's columns, and the row of tabs. */
const headRows = 1;

/**
 * What components draw and key handlers go by: the screen's state beside the fold of the trace's prefix, laid out for the present
 * size. It derives everything on demand and keeps what is dear to make again.
 */
export class ScreenModel {
	readonly store: Store<ScreenState>;
	readonly trace: Trace;
	readonly lane: SdkLane;
	readonly findings: TraceFindings;
	theme: Theme;
	/** Which key does what. */
	keymap: KeyMap = keymap;
	/** True for a recording that is played: the playhead is never live then. */
	isReplay = false;
	/** The size of the terminal and of the prompt, borders included; set before each frame. */
	geometry: Size & {readonly promptHeight: number} = {width: 80, height: 24, promptHeight: 3};
	readonly turns = new ConversationLines(this);
	/** When code can be coloured, the panes are drawn again. */
	readonly highlighter = lazyHighlighter(loadHighlighter, () => this.store.update(state => ({...state})));
	#logIndex: LogIndex;
	#exchangeTimeline: ExchangeTimeline | undefined;
	#timeline: TraceTimeline | undefined;
	readonly #json = new Map<string, JsonRows>();
	#view: TraceView | undefined;
	#highlight: {readonly position: number; readonly span: DeltaSpan | null} | undefined;

	constructor(trace: Trace, lane: SdkLane, theme: Theme, initial: ScreenState = initialScreen) {
		this.store = createStore(initial);
		this.trace = trace;
		this.lane = lane;
		this.findings = new TraceFindings(trace);
		this.theme = theme;
		this.#logIndex = new LogIndex(initial.filter);
	}

	get state(): ScreenState {
		return this.store.state;
	}

	/** The newest exchange of the whole trace, wherever the playhead stands. */
	get latest(): ExchangeView | null {
		return lastItem(this.trace.view.exchanges) ?? null;
	}

	/** Whether an answer is on its way. */
	get isAnswering(): boolean {
		const phase = this.latest?.phase;
		return !this.isReplay && (phase === 'connecting' || phase === 'streaming');
	}

	/** The fold of the prefix up to the playhead. */
	get view(): TraceView {
		const {playhead} = this.state;
		if (playhead === null) {
			return this.trace.view;
		}

		// The same view for the whole of a frame: turns are laid out again when theirs is another one.
		if (this.#view?.length !== playhead) {
			this.#view = this.trace.viewAt(playhead);
		}

		return this.#view;
	}

	get layout(): Layout {
		return layoutScreen(this.geometry, {...this.state, promptHeight: this.geometry.promptHeight});
	}

	/** The room inside a pane's frame. A pane that is not on the screen has none. */
	inside(pane: PaneName): Size {
		const size = paneSize(this.layout, pane);
		const head = pane === 'history' ? 0 : headRows;
		const margin = pane === 'history' ? historyMargin * 2 : 0;
		return size === null
			? {width: 0, height: 0}
			: {width: size.width - frame - margin, height: Math.max(0, size.height - frame - head)};
	}

	get logIndex(): LogIndex {
		if (this.#logIndex.filter !== this.state.filter) {
			this.#logIndex = new LogIndex(this.state.filter);
		}

		this.#logIndex.extend(this.trace.events);
		return this.#logIndex;
	}

	/** How many events the screen folds. */
	get length(): number {
		return this.state.playhead ?? this.trace.length;
	}

	get logCount(): number {
		return this.logIndex.count(this.length);
	}

	/** The row of the log of a number, as far as it has come at the playhead. */
	readonly logRow = (row: number): LogRow | undefined => this.logIndex.rowAt(row, this.length);

	/**
	 * The position of the selected event, or −1 in an empty log: the last one of the selected row, unless another one is meant. A log that
	 * follows a playhead means the event there, also where the filter hides it.
	 */
	get selectedPosition(): number {
		const {log, playhead} = this.state;
		if (log.isFollowing && playhead !== null) {
			return playhead - 1;
		}

		if (log.meant !== undefined && log.meant < this.length) {
			return log.meant;
		}

		const {selected} = listWindow(log, this.logCount, this.inside('events').height);
		return this.logRow(selected)?.last ?? -1;
	}

	get selectedEvent(): TraceEvent | undefined {
		return this.trace.at(this.selectedPosition);
	}

	/** The exchange that the inspector speaks of: that of the selected event. */
	get selectedExchange(): ExchangeView | null {
		const number = this.selectedEvent?.exchange;
		const selected = number === undefined ? null : this.exchangeOf(number);
		return selected ?? lastItem(this.view.exchanges) ?? null;
	}

	/** The exchange of a number, as far as it has come at the playhead. */
	exchangeOf(number: number): ExchangeView | null {
		return exchangeIn(this.view, number);
	}

	/** The characters of the selected event, unless the log just follows its tail and nobody is shown one event. */
	get highlight(): DeltaSpan | null {
		const {log, playhead, isPresenting} = this.state;
		if (log.isFollowing && playhead === null && !isPresenting) {
			return null;
		}

		const position = this.selectedPosition;
		if (this.#highlight?.position !== position) {
			this.#highlight = {position, span: deltaSpan(this.trace, position)};
		}

		return this.#highlight.span;
	}

	/** How many lines each turn of the conversation has. */
	readonly linesOfTurn = (turn: number): number => {
		const exchange = itemAt(this.view.exchanges, turn);
		return exchange === undefined ? 0 : this.turns.of(exchange).length;
	};

	/** The rows of a JSON value in the inspector; what did not change since the last call is taken from there. */
	jsonRows(name: string, value: unknown, width: number, highlight: JsonHighlight | null = null): JsonRows {
		const options = {folds: this.state.folds, width: Math.max(2, width), highlight};
		const rows = jsonRows(value, options, this.#json.get(name));
		this.#json.set(name, rows);
		return rows;
	}

	/** When the events of the selected exchange came. */
	timelineOf({exchange, first}: ExchangeView): ExchangeTimeline {
		if (this.#exchangeTimeline?.exchange !== exchange) {
			this.#exchangeTimeline = new ExchangeTimeline(exchange, first);
		}

		this.#exchangeTimeline.extend(this.trace.events);
		return this.#exchangeTimeline;
	}

	/** When everything of the trace came, for the scrubber: nothing is looked at before that is shown. */
	get timeline(): TraceTimeline {
		const {idleLimit} = this.state.playback;
		if (this.#timeline?.idleLimit !== idleLimit) {
			this.#timeline = new TraceTimeline(idleLimit);
		}

		this.#timeline.extend(this.trace.events);
		return this.#timeline;
	}
}
