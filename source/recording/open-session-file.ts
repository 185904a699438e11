import {closeSync, existsSync, fstatSync, mkdirSync, openSync, readSync, statSync} from 'node:fs';
import path from 'node:path';
import {type FileLock, takeLock} from './file-lock.js';
import {createSessionId, recordingExtension} from './session-name.js';

/**
 * The target of a recording: a new session's file in a folder, a file that the user named, or the file of a resumed session. If the session
 * is already open in another process, the new file goes to `folder`. A `claim` was made before the session was read.
 */
export type RecorderTarget =
	| {readonly kind: 'session'; readonly folder: string}
	| {readonly kind: 'file'; readonly path: string}
	| {
			readonly kind: 'resume';
			readonly path: string;
			readonly folder: string;
			readonly claim?: SessionClaim;
	  };

/**
 * A file that only this process appends to. `movedFrom` is the requested file if it was not available. `isNew` files are empty; `isTorn`
 * files end inside a line.
 */
export type OpenFile = {
	readonly path: string;
	readonly descriptor: number;
	readonly isNew: boolean;
	readonly isTorn: boolean;
	readonly movedFrom: string | null;
	readonly lock: FileLock | null;
};

/**
 * The right to append to a session, taken before the session is read, so that nothing is added after reading. `taken`: another process has
 * it. `failed`: the system could not open the file, which had this many bytes.
 */
export type SessionClaim =
	| {readonly kind: 'own'; readonly file: OpenFile}
	| {readonly kind: 'taken'}
	| {readonly kind: 'failed'; readonly bytes: number};

/** Opens the file of a recording. Throws the system's error if that fails. */
export function openSessionFile(target: RecorderTarget, date: Date): OpenFile {
	switch (target.kind) {
		case 'session': {
			return createIn(target.folder, date, null);
		}

		case 'resume': {
			return openClaimed(target) ?? createIn(target.folder, date, target.path);
		}

		case 'file': {
			return openNamed(path.resolve(target.path));
		}
	}
}

/** `null` if another process has the session, or has appended to it since it was read. */
function openClaimed({
	path: file,
	claim,
}: Extract<RecorderTarget, {readonly kind: 'resume'}>): OpenFile | null {
	switch (claim?.kind) {
		case 'own': {
			return claim.file;
		}

		case 'taken': {
			return null;
		}

		default: {
			const opened = openOwnFile(file);
			if (opened === null || claim === undefined || fstatSync(opened.descriptor).size === claim.bytes) {
				return opened;
			}

			closeSessionFile(opened);
			return null;
		}
	}
}

function createIn(folder: string, date: Date, movedFrom: string | null): OpenFile {
	mkdirSync(folder, {recursive: true, mode: 0o700});
	for (;;) {
		const file = path.join(folder, createSessionId(date) + recordingExtension);
		const opened = existsSync(file) ? null : openOwn(file, 'ax+', movedFrom);
		if (opened) {
			return opened;
		}
	}
}

/** Takes the next free name instead of overwriting a recording or mixing two. */
function openNamed(file: string): OpenFile {
	const stats = statSync(file, {throwIfNoEntry: false});
	if (stats && !stats.isFile()) {
		// For /dev/null or a pipe there is nothing to lock and nothing to lose.
		const descriptor = openSync(file, 'a');
		return {path: file, descriptor, isNew: true, isTorn: false, movedFrom: null, lock: null};
	}

	const {dir, name, ext} = path.parse(file);
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? file : path.join(dir, `${name}-${number}${ext}`);
		const isFree = (statSync(candidate, {throwIfNoEntry: false})?.size ?? 0) === 0;
		const opened = isFree ? openOwn(candidate, 'a+', candidate === file ? null : file) : null;
		if (opened) {
			return opened;
		}
	}
}

/** Opens a session's file to append to it, or returns `null` if another process has it open. */
export function openOwnFile(file: string): OpenFile | null {
	return openOwn(file, 'a+', null);
}

/** Opens a file under its lock, or returns `null` if another process holds the lock. */
function openOwn(file: string, flags: 'a+' | 'ax+', movedFrom: string | null): OpenFile | null {
	const lock = takeLock(file);
	if (lock === null) {
		return null;
	}

	try {
		const descriptor = openSync(file, flags, 0o600);
		const {size} = fstatSync(descriptor);
		const isTorn = size > 0 && lastByte(descriptor, size) !== lineFeed;
		return {path: file, descriptor, isNew: size === 0, isTorn, movedFrom, lock};
	} catch (error) {
		lock.release();
		throw error;
	}
}

const lineFeed = 0x0a;

function lastByte(descriptor: number, size: number): number | undefined {
	const byte = Buffer.alloc(1);
	readSync(descriptor, byte, 0, 1, size - 1);
	return byte[0];
}

/** Closes the file and releases its lock. */
export function closeSessionFile({descriptor, lock}: OpenFile): void {
	closeSync(descriptor);
	lock?.release();
}
