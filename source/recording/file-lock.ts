import {createHash, randomUUID} from 'node:crypto';
import {linkSync, readFileSync, unlinkSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import {processIdentity} from './process-identity.js';

/** A lock on a file that only this process may append to. */
export type FileLock = {
	release(): void;
};

/**
 * The lock file is next to the locked file and holds the identity of the writing process. It does not depend on clocks, which can be set.
 * @internal
 */
export function lockPath(file: string): string {
	return `${file}.lock`;
}

/**
 * Takes the lock of a file, or returns `null` if another recorder holds it. A lock left behind by a crash is taken over.
 * Throws the system's error if the folder cannot be written.
 */
export function takeLock(file: string): FileLock | null {
	const lock = lockPath(file);
	return createLock(lock) || (removeStale(lock) && createLock(lock))
		? {release: () => unlinkIfThere(lock)}
		: null;
}

/** True while a running process writes to the file. */
export function isLocked(file: string): boolean {
	const holder = readLock(lockPath(file));
	return holder !== null && isHeld(holder);
}

/** A link appears together with its content, so no lock is ever seen without its holder. */
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

			// A file system without links, as on a memory stick.
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

/** A process id alone is not enough: it may be reused after a restart of the machine or of a container. */
function isHeld(holder: string): boolean {
	return holder !== '' && processIdentity(Number.parseInt(holder, 10)) === holder;
}

/**
 * True if the stale lock is gone. Several processes may find the same stale lock. The one that locks that holder's entry removes it, and
 * only if it is still there, so that a lock which another process has taken meanwhile stays.
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

/** Returns the result of `act`, or `null` if it fails with `code`. */
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
