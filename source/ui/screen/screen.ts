import type {Watchdog} from '../../analysis/watchdog.js';
import {knownPrices, type PriceList} from '../../messages/prices.js';
import {type LazyHighlighter, lazyHighlighter} from '../../text/markdown/lazy-highlighter.js';
import type {Theme} from '../../text/theme.js';
import type {TraceView} from '../../trace/fold-trace.js';
import type {SdkLane} from '../../trace/sdk-lane.js';
import type {Trace} from '../../trace/trace.js';
import type {WindowFocus} from '../attention/attention-state.js';
import type {ToolRule} from '../conversation/call-state.js';
import {type KeyMap, keymap} from './keymap.js';
import type {Size} from './layout.js';
import {initialScreen, type ScreenState} from './screen-state.js';

/** Facts about the screen that the user did not choose: the trace so far, the terminal, and how the program was started. */
export type ScreenFacts = {
	/** Append-only. Only the part up to `live` is read. */
	readonly trace: Trace;
	/** The fold of the trace up to the last event that the screen has seen. */
	readonly live: TraceView;
	readonly lane: SdkLane;
	/** Counts facts learned later about earlier events: verdicts of the SDK, findings, colours of code. */
	readonly learnt: number;
	readonly size: Size;
	readonly windowFocus: WindowFocus;
	/** Rows between the panes and the status line: the prompt with its borders, and the scrubber. */
	readonly promptHeight: number;
	readonly theme: Theme;
	readonly keymap: KeyMap;
	/** True while a recording is played: there is no prompt, and the playhead is never live unless the recording is followed. */
	readonly isReplay: boolean;
	/** True for a trace that another program appends to. The playhead is live at its end, as in the chat. */
	readonly isFollowed: boolean;
	/** False where the times were made up so that the trace can be played: then no time is shown. */
	readonly hasTimes: boolean;
	/** Where those of the events are made up: whether the times of requests, responses and ends are real. */
	readonly hasOuterTimes: boolean;
	/** Milliseconds since 1970 of a time of the trace, by the position of its event. `null` where the day is not known. */
	readonly wallTime: ((at: number, position: number) => number) | null;
	/** What the models cost. */
	readonly prices: PriceList;
	/** Rules of clients whose verdict the findings give. */
	readonly watchdogs: readonly Watchdog[];
	/** Milliseconds on the clock of the trace; `null` where it stands, or where nothing drawn depends on it. */
	readonly now: number | null;
	/** The command of a tool; `null` if it has none, so that a person answers its calls. */
	readonly toolRule: (name: string) => ToolRule | null;
	readonly highlighter: LazyHighlighter;
	/** What the conversation says before the first turn. */
	readonly welcome: readonly string[];
	/** Whether a session was saved before, which the start screen can open. */
	readonly hasSessions: boolean;
};

/** The whole screen as a value. `reduce` makes the next one. The `select…` functions derive what is drawn. */
export type Screen = ScreenState & ScreenFacts;

/** What is needed to open a screen. */
export type ScreenOpening = Pick<ScreenFacts, 'trace' | 'lane' | 'theme'> &
	Partial<Omit<ScreenFacts, 'trace' | 'lane' | 'theme' | 'live'>>;

/** Opens a screen of 80×24 cells, until the terminal's size is known. */
export function openScreen(opening: ScreenOpening, state: Partial<ScreenState> = {}): Screen {
	return {
		...initialScreen,
		learnt: 0,
		size: {width: 80, height: 24},
		windowFocus: 'unknown',
		promptHeight: 2,
		keymap,
		isReplay: false,
		isFollowed: false,
		hasTimes: true,
		hasOuterTimes: false,
		wallTime: null,
		prices: knownPrices,
		watchdogs: noWatchdogs,
		now: null,
		toolRule: () => null,
		highlighter: plainCode,
		welcome: [],
		hasSessions: false,
		live: opening.trace.view,
		...opening,
		...state,
	};
}

const noWatchdogs: readonly Watchdog[] = [];

/** Code in one colour. */
const plainCode = lazyHighlighter(
	() => new Promise(() => {}),
	() => {},
);
