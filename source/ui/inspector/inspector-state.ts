import type {RequestLanguage} from '../../messages/request-code/request-as.js';
import {type JsonFolds, noFolds} from '../../text/json-tree/json-folds.js';
import {atTop, type ListState} from '../screen/list-state.js';

export const tabNames = [
	'message',
	'event',
	'timeline',
	'usage',
	'request',
	'findings',
	'stats',
	'bytes',
] as const;
export type TabName = (typeof tabNames)[number];

/** What the inspector shows, and what the user looks at in it. */
export type InspectorState = {
	readonly tab: TabName;
	readonly inspector: ListState;
	readonly isRaw: boolean;
	/** Whether all bytes are shown in hex. */
	readonly isHex: boolean;
	/** The language in which the request's code is copied next. */
	readonly copiedNext: RequestLanguage;
	/** How far the axis of the timeline is zoomed: by 2 to this power. */
	readonly timelineZoom: number;
	/** Whether the statistics are those of all exchanges. */
	readonly hasAllStatistics: boolean;
	/** What is folded in the JSON. */
	readonly folds: JsonFolds;
};

export const initialInspector: InspectorState = {
	tab: 'message',
	inspector: atTop,
	isRaw: false,
	isHex: false,
	copiedNext: 'curl',
	timelineZoom: 0,
	hasAllStatistics: false,
	folds: noFolds,
};
