import type {TraceEvent} from '../trace/trace-event.js';

/** What a page holds as JSON: a recording's events, and the exchange with which its last conversation begins, `null` where that is not known. */
export type PageData = {
	readonly since: number | null;
	readonly events: readonly TraceEvent[];
};

/** The longest pause that a page waits out when it plays, in milliseconds. */
export const idleLimit = 3000;
