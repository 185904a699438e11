import {dataFolder, sessionsFolder} from '../../recording/data-folder.js';
import {openTraceSource} from '../../recording/open-trace-source.js';
import {findSessions, sessionFiles} from '../../recording/session-files.js';
import {latestSession} from '../../recording/summarise-session.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {UsageError} from '../usage-error.js';

/** A session to go on with. `lastAt` is where its clock goes on. */
export type SavedSession = {
	readonly path: string;
	readonly folder: string;
	readonly events: readonly TraceEvent[];
	readonly lastAt: number;
};

/** The session of an id, or the last one where it is `null`. Throws a `UsageError` where there is none, or more than one. */
export async function openSavedSession(
	id: string | null,
	environment: Parameters<typeof dataFolder>[0],
): Promise<SavedSession> {
	const folder = sessionsFolder(dataFolder(environment));
	const path = id === null ? (await latestSession(sessionFiles(folder)))?.path : oneSession(id, folder);
	if (path === undefined) {
		throw new UsageError('There is no saved session yet.', 'Ask without --continue, or chat first.');
	}

	const {events, lastAt} = await openTraceSource(path);
	return {path, folder, events, lastAt};
}

function oneSession(id: string, folder: string): string | undefined {
	const found = findSessions(sessionFiles(folder), id);
	if (found.length !== 1) {
		throw new UsageError(
			found.length === 0 ? `There is no session ${id}.` : `More than one session begins with ${id}.`,
			'Name a session by its id; its last four digits will do.',
		);
	}

	return found[0]?.path;
}
