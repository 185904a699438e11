import {fstatSync, futimesSync, rmSync, unlinkSync, writeSync} from 'node:fs';
import {isLocked, lockPath} from './file-lock.js';
import {closeSessionFile, openOwnFile} from './open-session-file.js';
import {encodeLine} from './recording-format.js';

/** `in use`: another process is writing to the session, which stays as it is. */
export type SessionChange = 'done' | 'in use';

/** Gives a session another title: one more line in its file, whose time stays. Throws the system's error where it cannot be written. */
export function renameSession(path: string, title: string | null): SessionChange {
	const file = openOwnFile(path);
	if (file === null) {
		return 'in use';
	}

	try {
		const {atime, mtime} = fstatSync(file.descriptor);
		writeSync(file.descriptor, `${file.isTorn ? '\n' : ''}${encodeLine({type: 'title', title})}`);
		futimesSync(file.descriptor, atime, mtime);
		return 'done';
	} finally {
		closeSessionFile(file);
	}
}

/** Deletes a session's file. Throws the system's error where that cannot be. */
export function deleteSession(path: string): SessionChange {
	if (isLocked(path)) {
		return 'in use';
	}

	unlinkSync(path);
	rmSync(lockPath(path), {force: true});
	return 'done';
}
