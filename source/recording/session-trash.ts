import {
	chmodSync,
	constants,
	copyFileSync,
	linkSync,
	mkdirSync,
	rmSync,
	statSync,
	unlinkSync,
	utimesSync,
} from 'node:fs';
import path from 'node:path';
import {sessionFiles} from './session-files.js';
import {recordingExtension, sessionIdOf} from './session-name.js';

/** The folder of deleted sessions, from which they can be restored. */
export function trashFolder(data: string): string {
	return path.join(data, 'trash');
}

/** A deleted session can be restored for 30 days, in milliseconds. */
export const trashTime = 30 * 86_400_000;

/**
 * Deletes for good the sessions that were put into the trash before a time, in milliseconds since 1970, and returns how many. One that cannot be
 * deleted stays.
 */
export function emptyTrash(trash: string, before: number): number {
	let count = 0;
	for (const {path: file} of sessionFiles(trash)) {
		try {
			// The session's own time is that of its last answer. Moving it changed the other.
			if (statSync(file).ctimeMs < before) {
				unlinkSync(file);
				count++;
			}
		} catch {
			// It can be tried again at another time.
		}
	}

	return count;
}

/**
 * Moves a file to a folder, which is created if needed, and returns its new path. If its name is taken, it gets a number. Throws the
 * system's error and then leaves the file unchanged.
 */
export function moveInto(file: string, folder: string): string {
	mkdirSync(folder, {recursive: true, mode: 0o700});
	for (let number = 1; ; number++) {
		const name = `${sessionIdOf(file)}${number === 1 ? '' : `-${number}`}${recordingExtension}`;
		const place = path.join(folder, name);
		try {
			duplicate(file, place);
			unlinkSync(file);
			return place;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
				throw error;
			}
		}
	}
}

/** Links the file under a second name. If that fails, as on another disk, makes a copy with the same modification time. */
function duplicate(file: string, place: string): void {
	try {
		linkSync(file, place);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
			throw error;
		}

		const {atime, mtime} = statSync(file);
		copyFileSync(file, place, constants.COPYFILE_EXCL);
		try {
			chmodSync(place, 0o600);
			utimesSync(place, atime, mtime);
		} catch (failure) {
			rmSync(place, {force: true});
			throw failure;
		}
	}
}
