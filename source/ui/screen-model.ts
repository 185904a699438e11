import type {ExchangeView} from '../trace/exchange-view.js';
import type {TraceView} from '../trace/fold-trace.js';
import {itemAt, lastItem} from '../trace/persistent-list.js';
import type {SdkLane} from '../trace/sdk-lane.js';
import type {Trace} from '../trace/trace.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {inspectorRows, type RowSource} from './inspector/inspector-rows.js';
import {createHistoryLines, type HistoryLines} from './rows/history-lines.js';
import {type Layout, layoutScreen, type PaneName, paneSize, type Size} from './state/layout.js';
import {listWindow} from './state/list-state.js';
import {LogIndex} from './state/log-index.js';
import {initialScreen, type ScreenState} from './state/screen-state.js';
import {createStore, type Store} from './state/store.js';
import type {Theme} from './theme.js';

/** Rows and columns that a pane's frame takes. */
const frame = 2;
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
	theme: Theme;
	/** The size of the terminal and of the prompt, borders included; set before each frame. */
	geometry: Size & {readonly promptHeight: number} = {width: 80, height: 24, promptHeight: 3};
	#logIndex: LogIndex;
	#history: {readonly key: string; readonly theme: Theme; readonly lines: HistoryLines} | undefined;

	constructor(trace: Trace, lane: SdkLane, theme: Theme, initial: ScreenState = initialScreen) {
		this.store = createStore(initial);
		this.trace = trace;
		this.lane = lane;
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

	/** The fold of the prefix up to the playhead. */
	get view(): TraceView {
		const {playhead} = this.state;
		return playhead === null ? this.trace.view : this.trace.viewAt(playhead);
	}

	get layout(): Layout {
		return layoutScreen(this.geometry, {...this.state, promptHeight: this.geometry.promptHeight});
	}

	/** The room inside a pane's frame. A pane that is not on the screen has none. */
	inside(pane: PaneName): Size {
		const size = paneSize(this.layout, pane);
		const head = pane === 'history' ? 0 : headRows;
		return size === null
			? {width: 0, height: 0}
			: {width: size.width - frame, height: Math.max(0, size.height - frame - head)};
	}

	get logIndex(): LogIndex {
		if (this.#logIndex.filter !== this.state.filter) {
			this.#logIndex = new LogIndex(this.state.filter);
		}

		this.#logIndex.extend(this.trace.events);
		return this.#logIndex;
	}

	get logCount(): number {
		return this.logIndex.count(this.state.playhead ?? this.trace.length);
	}

	/** The position of the selected event, or −1 in an empty log. */
	get selectedPosition(): number {
		const {selected} = listWindow(this.state.log, this.logCount, this.inside('events').height);
		return this.logIndex.rowAt(selected)?.last ?? -1;
	}

	get selectedEvent(): TraceEvent | undefined {
		return this.trace.at(this.selectedPosition);
	}

	/** The exchange that the inspector speaks of: that of the selected event. */
	get selectedExchange(): ExchangeView | null {
		const {exchanges} = this.view;
		const number = this.selectedEvent?.exchange;
		for (let index = exchanges.length - 1; index >= 0; index--) {
			const exchange = itemAt(exchanges, index);
			if (exchange?.exchange === number) {
				return exchange ?? null;
			}
		}

		return lastItem(exchanges) ?? null;
	}

	get historyLines(): HistoryLines {
		const {isThinkingOpen, isMarkdown} = this.state;
		const {width} = this.inside('history');
		const key = `${width} ${isThinkingOpen} ${isMarkdown}`;
		if (this.#history?.key !== key || this.#history.theme !== this.theme) {
			const lines = createHistoryLines({width, theme: this.theme, isThinkingOpen});
			this.#history = {key, theme: this.theme, lines};
		}

		return this.#history.lines;
	}

	/** How many lines each turn of the conversation has. */
	readonly linesOfTurn = (turn: number): number => {
		const exchange = itemAt(this.view.exchanges, turn);
		return exchange === undefined ? 0 : this.historyLines(exchange).length;
	};

	/** The rows of the inspector's present tab. */
	get inspector(): RowSource {
		return inspectorRows(this, this.inside('inspector').width);
	}
}
