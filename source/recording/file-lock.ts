import {createHash, randomUUID} from 'node:crypto';
import {linkSync, readFileSync, unlinkSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import {processIdentity} from './process-identity.js';

/** Says that this process alone appends to a file. */
export type FileLock = {
	release(): void;
};

/**
 * The lock of a file lies beside it and holds the identity of the process that writes. No clock is asked: clocks are set.
 * @internal
 */
export function lockPath(file: string): string {
	return `${file}.lock`;
}

/**
 * Takes the lock of a file, or returns `null` where another recorder holds it. A lock that a crash left behind is taken over.
 * Throws the system's error where the folder cannot be written.
 */
export function takeLock(file: string): FileLock | null {
	const lock = lockPath(file);
	return createLock(lock) || (removeStale(lock) && createLock(lock))
		? {release: () => unlinkIfThere(lock)}
		: null;
}

/** True while a process that lives writes to the file. */
export function isLocked(file: string): boolean {
	const holder = readLock(lockPath(file));
	return holder !== null && isHeld(holder);
}

/** A link appears with all that it holds, so no lock is ever seen without its holder. */
function createLock(lock: string): boolean {
	const aside = `${lock}.${randomUUID()}`;
	try {
		writeFileSync(aside, processIdentity(process.pid) ?? '', {flag: 'wx', mode: 0o600});
		return linkLock(aside, lock);
	} finally {
		unlinkIfThere(aside);
	}
}

function linkLock(aside: string, lock: string): boolean {
	try {
		linkSync(aside, lock);
		return true;
	} catch (error) {
		switch (codeOf(error)) {
			case 'EEXIST': {
				return false;
			}

			// A file system without links, such as that of a memory stick.
			case 'EPERM':
			case 'ENOTSUP':
			case 'EOPNOTSUPP':
			case 'ENOSYS': {
				return orNull('EEXIST', () => writeFileSync(lock, readFileSync(aside), {flag: 'wx'})) !== null;
			}

			default: {
				throw error;
			}
		}
	}
}

function readLock(lock: string): string | null {
	return orNull('ENOENT', () => readFileSync(lock, 'utf8'));
}

/** A process id alone says little: it may have been given anew, after a restart of the machine or of this program in a container. */
function isHeld(holder: string): boolean {
	return holder !== '' && processIdentity(Number.parseInt(holder, 10)) === holder;
}

/**
 * True when the way is free. Several processes may find the same stale lock: the one that gets the lock of that very holder removes it, and
 * only if it is still there, so that the lock which another one has taken meanwhile stays.
 */
function removeStale(lock: string): boolean {
	const holder = readLock(lock);
	if (holder === null) {
		return true;
	}

	const permission = isHeld(holder) ? null : takeLock(`${lock}.${digest(holder)}`);
	if (permission === null) {
		return false;
	}

	try {
		if (readLock(lock) === holder) {
			unlinkIfThere(lock);
		}

		return true;
	} finally {
		permission.release();
	}
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function unlinkIfThere(file: string): void {
	orNull('ENOENT', () => unlinkSync(file));
}

/** What `act` returns, or `null` where the system answers with `code`. */
function orNull<T>(code: 'ENOENT' | 'EEXIST', act: () => T): T | null {
	try {
		return act();
	} catch (error) {
		if (codeOf(error) === code) {
			return null;
		}

		throw error;
	}
}

function codeOf(error: unknown): string | undefined {
	return (error as NodeJS.ErrnoException).code;
}
