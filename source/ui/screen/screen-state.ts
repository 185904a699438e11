import {everything, type LogFilter} from '../../analysis/log-index.js';
import {type Playback, stoppedPlayback} from '../../analysis/playback.js';
import type {RequestLanguage} from '../../messages/request-code/request-as.js';
import {type JsonFolds, noFolds} from '../../text/json-tree/json-folds.js';
import type {HistoryScroll} from '../conversation/history-scroll.js';
import type {Focus} from './layout.js';
import {atTop, followingList, type ListState} from './list-state.js';

export const tabNames = ['message', 'event', 'timeline', 'usage', 'request', 'findings'] as const;
export type TabName = (typeof tabNames)[number];

/** A one-line field that is open over the status line. */
export type FieldKind = 'search' | 'filter' | 'goto' | 'breakpoint';

/** Everything on the screen that is not a fold of the trace: where the person looks, and how. */
export type ScreenState = {
	readonly focus: Focus;
	readonly isZoomed: boolean;
	readonly hasEvents: boolean;
	readonly split: number;
	readonly logShare: number;
	readonly history: HistoryScroll;
	readonly isMarkdown: boolean;
	readonly isThinkingOpen: boolean;
	readonly log: ListState;
	readonly filter: LogFilter;
	readonly search: string;
	readonly bookmarks: readonly number[];
	readonly hasChunks: boolean;
	readonly tab: TabName;
	readonly inspector: ListState;
	readonly isRaw: boolean;
	/** In which language the code of a request is copied next. */
	readonly copiedNext: RequestLanguage;
	/** What is folded in the JSON of the inspector. */
	readonly folds: JsonFolds;
	readonly overlay: 'help' | null;
	/** The first row of the help in sight. */
	readonly helpTop: number;
	readonly field: {readonly kind: FieldKind; readonly value: string} | null;
	/** The number of the first exchange of the present conversation; `null` where only the trace tells. */
	readonly since: number | null;
	/** The length of the prefix that the screen folds; `null` is the live end. */
	readonly playhead: number | null;
	readonly playback: Playback;
	readonly isPresenting: boolean;
	/** Whether `/compare` waits for its two answers. */
	readonly isComparing: boolean;
	/** A word about what a key just did. */
	readonly notice: string | null;
};

export const initialScreen: ScreenState = {
	focus: 'prompt',
	isZoomed: false,
	hasEvents: true,
	split: 0.42,
	logShare: 0.55,
	history: 'tail',
	isMarkdown: true,
	isThinkingOpen: false,
	log: followingList,
	filter: everything,
	search: '',
	bookmarks: [],
	hasChunks: false,
	tab: 'message',
	inspector: atTop,
	isRaw: false,
	copiedNext: 'curl',
	folds: noFolds,
	overlay: null,
	helpTop: 0,
	field: null,
	since: null,
	playhead: null,
	playback: stoppedPlayback,
	isPresenting: false,
	isComparing: false,
	notice: null,
};

/** What a pane says that shows the newest there is: of a stream that goes on, or up to where the playhead stands. */
export function followWords({playhead}: ScreenState): string {
	return playhead === null ? 'following' : 'at the playhead';
}
