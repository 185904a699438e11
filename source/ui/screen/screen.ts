import {type LazyHighlighter, lazyHighlighter} from '../../text/markdown/lazy-highlighter.js';
import type {Theme} from '../../text/theme.js';
import type {TraceView} from '../../trace/fold-trace.js';
import type {SdkLane} from '../../trace/sdk-lane.js';
import type {Trace} from '../../trace/trace.js';
import {type KeyMap, keymap} from './keymap.js';
import type {Size} from './layout.js';
import {initialScreen, type ScreenState} from './screen-state.js';

/** What the screen knows and nobody chose: the trace so far, the terminal, and how it was started. */
export type ScreenFacts = {
	/** Append-only; what is read of it ends with `live`. */
	readonly trace: Trace;
	/** The fold of the trace as far as the screen has heard of it. */
	readonly live: TraceView;
	readonly lane: SdkLane;
	/** Counts what was found out later about events that are already there: verdicts of the SDK, findings, colours of code. */
	readonly learnt: number;
	readonly size: Size;
	/** Rows between the panes and the status line: the prompt with its borders, and the scrubber. */
	readonly promptHeight: number;
	readonly theme: Theme;
	readonly keymap: KeyMap;
	/** True for a recording that is played: the playhead is never live then. */
	readonly isReplay: boolean;
	/** False where the times were made up so that the trace can be played: then no time is shown. */
	readonly hasTimes: boolean;
	readonly highlighter: LazyHighlighter;
	/** What the conversation says before the first turn. */
	readonly welcome: readonly string[];
};

/** The whole screen as a value. `reduce` makes the next one, the `select…` functions derive what is drawn. */
export type Screen = ScreenState & ScreenFacts;

/** What must be known to open a screen. */
export type ScreenOpening = Pick<ScreenFacts, 'trace' | 'lane' | 'theme'> &
	Partial<Omit<ScreenFacts, 'trace' | 'lane' | 'theme' | 'live'>>;

/** A screen of 80×24 cells, until the terminal tells its size. */
export function openScreen(opening: ScreenOpening, state: Partial<ScreenState> = {}): Screen {
	return {
		...initialScreen,
		learnt: 0,
		size: {width: 80, height: 24},
		promptHeight: 3,
		keymap,
		isReplay: false,
		hasTimes: true,
		highlighter: plainCode,
		welcome: [],
		live: opening.trace.view,
		...opening,
		...state,
	};
}

/** Code in one colour. */
const plainCode = lazyHighlighter(
	() => new Promise(() => {}),
	() => {},
);
