import {everything, type LogFilter} from '../../analysis/log-index.js';
import {followingList, type ListState} from '../screen/list-state.js';

/** Where the person looks in the event log, and through what. */
export type LogState = {
	readonly log: ListState;
	readonly filter: LogFilter;
	readonly search: string;
	readonly bookmarks: readonly number[];
	/** Whether the reads of the network are shown. */
	readonly hasChunks: boolean;
};

export const initialLog: LogState = {
	log: followingList,
	filter: everything,
	search: '',
	bookmarks: [],
	hasChunks: false,
};
