import {closeSync, fstatSync, futimesSync, openSync, readSync, unlinkSync, writeSync} from 'node:fs';
import {isObject, parseJson} from '../wire/json.js';
import {takeLock} from './file-lock.js';
import {closeSessionFile, openOwnFile} from './open-session-file.js';
import {encodeLine} from './recording-format.js';
import {moveInto} from './session-trash.js';

/** What stays as it is: `in use`, since another process is writing to it; `no recording`, whatever else the file may be. */
export type SessionChange = 'done' | 'in use' | 'no recording';

/** Gives a session another title: one more line in its file, whose time stays. Throws the system's error where it cannot be written. */
export function renameSession(path: string, title: string | null): SessionChange {
	if (!isRecording(path)) {
		return 'no recording';
	}

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

/** Deletes a session's file for good. Throws the system's error where that cannot be. */
export function deleteSession(path: string): SessionChange {
	return takeAway(path, () => unlinkSync(path));
}

/** Moves a session's file into a folder, under a name that is free there. `moved` hears the new path. */
export function moveSession(path: string, folder: string, moved: (place: string) => void): SessionChange {
	return takeAway(path, () => moved(moveInto(path, folder)));
}

function takeAway(path: string, act: () => void): SessionChange {
	if (!isRecording(path)) {
		return 'no recording';
	}

	const lock = takeLock(path);
	if (lock === null) {
		return 'in use';
	}

	try {
		act();
		return 'done';
	} finally {
		lock.release();
	}
}

/** A header is shorter than this, whatever its title. */
const maxHeader = 65_536;

/** Whether a file begins as our recordings do: somebody else's file is not ours to change. An empty one is a recording that came to nothing. */
function isRecording(path: string): boolean {
	const descriptor = openSync(path, 'r');
	try {
		const start = Buffer.alloc(maxHeader);
		const length = readSync(descriptor, start, 0, maxHeader, 0);
		const [line = ''] = start.subarray(0, length).toString('utf8').split('\n', 1);
		const header = parseJson(line);
		return length === 0 || (isObject(header) && header.type === 'recording');
	} finally {
		closeSync(descriptor);
	}
}
