import type {RecorderTarget} from '../recording/open-session-file.js';
import type {TraceEvent} from '../trace/trace-event.js';

/** What a chat begins with: nothing, a saved session, or a part of one. */
export type SessionStart = {
	readonly events: readonly TraceEvent[];
	/** Where the trace's clock goes on, in milliseconds. */
	readonly lastAt: number;
	readonly title: string | null;
	/** Where it is recorded; `null` for nowhere. */
	readonly target: RecorderTarget | null;
	/** A word about what was opened. */
	readonly notice: string | null;
};

/** A new session: into a file that was named, into the folder, or nowhere. */
export function newSession(record: string | boolean, folder: string): SessionStart {
	return {events: [], lastAt: 0, title: null, target: targetFor(record, folder), notice: null};
}

function targetFor(record: string | boolean, folder: string): RecorderTarget | null {
	if (typeof record === 'string') {
		return {kind: 'file', path: record};
	}

	return record ? {kind: 'session', folder} : null;
}
