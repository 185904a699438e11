import {randomUUID} from 'node:crypto';
import {
	closeSync,
	linkSync,
	openSync,
	readFileSync,
	renameSync,
	statSync,
	unlinkSync,
	writeSync,
} from 'node:fs';
import os from 'node:os';
import process from 'node:process';
import {processIdentity} from './process-identity.js';

/** Says that this process alone appends to a file. */
export type FileLock = {
	release(): void;
};

/** The lock of a file lies beside it and holds the identity of the process that writes. */
export function lockPath(file: string): string {
	return `${file}.lock`;
}

/**
 * Takes the lock of a file, or gives `null` where another recorder holds it. A lock that a crash left behind is taken over.
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

function createLock(lock: string): boolean {
	const descriptor = orNull('EEXIST', () => openSync(lock, 'wx', 0o600));
	if (descriptor === null) {
		return false;
	}

	try {
		writeSync(descriptor, processIdentity(process.pid) ?? '');
		return true;
	} catch (error) {
		unlinkIfThere(lock);
		throw error;
	} finally {
		closeSync(descriptor);
	}
}

type Holder = {
	readonly identity: string;
	/** In milliseconds since 1970. */
	readonly since: number;
};

function readLock(lock: string): Holder | null {
	return orNull('ENOENT', () => ({
		identity: readFileSync(lock, 'utf8'),
		since: statSync(lock).mtimeMs,
	}));
}

/** A process id says little once it may have been given anew: after a restart of the machine, or of this program in a container. */
function isHeld({identity, since}: Holder): boolean {
	if (identity === '') {
		// Between a lock's creation and the writing of its holder there is a moment without one.
		return Date.now() - since < 5000;
	}

	const pid = Number.parseInt(identity, 10);
	const bornAt = pid === process.pid ? performance.timeOrigin : Date.now() - os.uptime() * 1000;
	return since > bornAt - 1000 && processIdentity(pid) === identity;
}

/** True when the way is free. Of several processes that find the same stale lock one alone removes it, since a rename succeeds once. */
function removeStale(lock: string): boolean {
	const holder = readLock(lock);
	if (holder === null) {
		return true;
	}

	if (isHeld(holder)) {
		return false;
	}

	const aside = `${lock}.${randomUUID()}`;
	if (orNull('ENOENT', () => renameSync(lock, aside)) === null) {
		return true;
	}

	const taken = readLock(aside);
	const wasStale = taken === null || !isHeld(taken);
	if (!wasStale) {
		// Another process was quicker, and this is its new lock: back with it.
		orNull('EEXIST', () => linkSync(aside, lock));
	}

	unlinkIfThere(aside);
	return wasStale;
}

function unlinkIfThere(file: string): void {
	orNull('ENOENT', () => unlinkSync(file));
}

/** What `act` gives, or `null` where the system answers with `code`. */
function orNull<T>(code: 'ENOENT' | 'EEXIST', act: () => T): T | null {
	try {
		return act();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === code) {
			return null;
		}

		throw error;
	}
}
