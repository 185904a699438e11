import {everything, type LogFilter} from '../../analysis/log-index.js';
import {followingList, type ListState} from '../screen/list-state.js';

/** What the user looks at in the event log, and through which filter. */
export type LogState = {
	readonly log: ListState;
	readonly filter: LogFilter;
	readonly search: string;
	readonly bookmarks: readonly number[];
	/** Whether network reads are shown. */
	readonly hasChunks: boolean;
};

export const initialLog: LogState = {
	log: followingList,
	filter: everything,
	search: '',
	bookmarks: [],
	hasChunks: false,
};
