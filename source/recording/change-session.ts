import {closeSync, fstatSync, futimesSync, openSync, readSync, unlinkSync, writeSync} from 'node:fs';
import {isObject, parseJson} from '../wire/json.js';
import {takeLock} from './file-lock.js';
import {closeSessionFile, openOwnFile} from './open-session-file.js';
import {encodeLine, type SessionLine} from './recording-format.js';
import {moveInto} from './session-trash.js';

/** The file is unchanged if it is `in use`, because another process writes to it, or `no recording`, because it is some other file. */
export type SessionChange = 'done' | 'in use' | 'no recording';

/** Gives a session a title by appending a line to its file. The file keeps its modification time. Throws the system's error if writing fails. */
export function renameSession(path: string, title: string | null): SessionChange {
	return appendToSession(path, {type: 'title', title});
}

/** Appends a line to a recording that no process writes to. The file keeps its modification time. Throws the system's error if writing fails. */
export function appendToSession(path: string, line: SessionLine): SessionChange {
	if (!isRecording(path)) {
		return 'no recording';
	}

	const file = openOwnFile(path);
	if (file === null) {
		return 'in use';
	}

	try {
		const {atime, mtime} = fstatSync(file.descriptor);
		writeSync(file.descriptor, `${file.isTorn ? '\n' : ''}${encodeLine(line)}`);
		futimesSync(file.descriptor, atime, mtime);
		return 'done';
	} finally {
		closeSessionFile(file);
	}
}

/** Deletes a session's file for good. Throws the system's error if that fails. */
export function deleteSession(path: string): SessionChange {
	return takeAway(path, () => unlinkSync(path));
}

/** Moves a session's file to a folder, under a free name. Calls `moved` with the new path. */
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

/** Longer than any header, whatever its title. */
const maxHeader = 65_536;

/** Whether a file starts like our recordings; other files must not be changed. An empty file counts as a recording without events. */
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
