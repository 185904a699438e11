import {closeSync, fstatSync, futimesSync, openSync, readSync, rmSync, unlinkSync, writeSync} from 'node:fs';
import {isObject, parseJson} from '../wire/json.js';
import {isLocked, lockPath} from './file-lock.js';
import {closeSessionFile, openOwnFile} from './open-session-file.js';
import {encodeLine} from './recording-format.js';

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

/** Deletes a session's file. Throws the system's error where that cannot be. */
export function deleteSession(path: string): SessionChange {
	if (!isRecording(path)) {
		return 'no recording';
	}

	if (isLocked(path)) {
		return 'in use';
	}

	unlinkSync(path);
	rmSync(lockPath(path), {force: true});
	return 'done';
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
