import type {Bookmark} from '../../analysis/bookmarks.js';
import type {Filter} from '../../analysis/filter/filter.js';
import {everything, type LogFilter} from '../../analysis/log-index.js';
import {followingList, type ListState} from '../screen/list-state.js';
import type {NamedFilters} from './views.js';

/** What a key jumps to: a hit of the search, an error or broken rule, a warning, a long gap, an event of the selected one's type. */
export type HuntedKind = 'hit' | 'error' | 'warning' | 'gap' | 'same';

/** A jump through a trace that is too long for one step. `from` and `next` are the positions at which it began and goes on. */
export type Hunt = {
	readonly by: 1 | -1;
	readonly kind: HuntedKind;
	readonly from: number;
	readonly next: number;
	/** Whether it has begun again at the other end. */
	readonly hasWrapped: boolean;
};

/** What the user looks at in the event log, and through which filter. */
export type LogState = {
	readonly log: ListState;
	readonly filter: LogFilter;
	/** What `n` and `N` go to. */
	readonly search: Filter | null;
	/** Filters with names, of the config file. */
	readonly views: NamedFilters;
	/** `null` unless a jump is under way. */
	readonly hunt: Hunt | null;
	/** In the order in which they were set. */
	readonly bookmarks: readonly Bookmark[];
};

export const initialLog: LogState = {
	log: followingList,
	filter: everything,
	search: null,
	views: {},
	hunt: null,
	bookmarks: [],
};
