import type {Bookmark} from '../analysis/bookmarks.js';
import type {TraceEvent} from '../trace/trace-event.js';

/** The JSON that a page holds: a recording's events, and the exchange that begins its last conversation, or `null` if it is not known. */
export type PageData = {
	readonly since: number | null;
	/** False where the times were made up so that the page can play them. */
	readonly hasTimes: boolean;
	readonly bookmarks: readonly Bookmark[];
	/** How many events it shows at first. */
	readonly start: number;
	readonly events: readonly TraceEvent[];
};

/** The longest pause during playback, in milliseconds. */
export const idleLimit = 3000;
