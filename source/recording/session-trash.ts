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
import {recordingExtension, sessionIdOf} from './session-name.js';

/** Where deleted sessions lie until they are brought back. */
export function trashFolder(data: string): string {
	return path.join(data, 'trash');
}

/**
 * Moves a file into a folder, which is made where it is not there, and returns its new path. Where its name is taken, it gets a number.
 * Throws the system's error, and leaves the file as it was then.
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

/** A second name for the file, or where that cannot be, as on another disk, a copy of the same age. */
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
