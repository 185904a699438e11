import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {recordingExtension, sessionIdOf} from './session-name.js';

/** A saved session as the folder lists it. `changedAt` is in milliseconds since 1970. */
export type SessionFile = {
	readonly id: string;
	readonly path: string;
	readonly bytes: number;
	readonly changedAt: number;
};

/** The sessions of a folder, the last changed first. Empty if the folder does not exist. */
export function sessionFiles(folder: string): readonly SessionFile[] {
	return namesIn(folder)
		.filter(name => name.endsWith(recordingExtension))
		.flatMap(name => {
			const file = path.join(folder, name);
			const stats = statSync(file, {throwIfNoEntry: false});
			return stats?.isFile()
				? [{id: sessionIdOf(file), path: file, bytes: stats.size, changedAt: stats.mtimeMs}]
				: [];
		})
		.sort((a, b) => b.changedAt - a.changedAt || b.id.localeCompare(a.id));
}

function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return [];
		}

		throw error;
	}
}

/**
 * The sessions that an id may mean: the one with that id, else those whose id starts with it, else those whose id ends with these four
 * digits. More than one means that it is ambiguous.
 */
export function findSessions(files: readonly SessionFile[], id: string): readonly SessionFile[] {
	if (id === '') {
		return [];
	}

	const ways: ReadonlyArray<(file: SessionFile) => boolean> = [
		file => file.id === id,
		file => file.id.startsWith(id),
		file => file.id.endsWith(`-${id}`),
	];
	return ways.map(way => files.filter(way)).find(found => found.length > 0) ?? [];
}
