import {
	closeSync,
	fstatSync,
	mkdirSync,
	openSync,
	readFileSync,
	readSync,
	renameSync,
	statSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';
import {isObject, parseJson} from '../wire/json.js';
import {takeLock} from './file-lock.js';
import {encodeLine} from './recording-format.js';

// The prompts of all sessions, as NDJSON: one line for each, appended as it is sent. When the file is full, it takes the place of the older
// one, and a new one begins. So the two never hold more than twice this many bytes and a prompt.
const maxBytes = 256 * 1024;

/** Longer prompts are not kept. They are in the recordings. */
const maxPrompt = 64 * 1024;

/** A prompt without its files, and the id of its session. */
export type KeptPrompt = {readonly session: string; readonly text: string};

/** The file of prompts in the program’s data folder. */
export function promptFile(data: string): string {
	return path.join(data, 'prompts.ndjson');
}

function olderFile(file: string): string {
	return file.replace(/\.ndjson$/, '-older.ndjson');
}

/** The kept prompts, oldest first. Lines that cannot be read are skipped, and so is a file that cannot be read. */
export function readPrompts(file: string): readonly KeptPrompt[] {
	return [olderFile(file), file].flatMap(linesOf).flatMap(line => {
		const value = parseJson(line);
		return isObject(value) && typeof value.text === 'string'
			? [{session: String(value.session ?? ''), text: value.text}]
			: [];
	});
}

function linesOf(file: string): readonly string[] {
	try {
		// A device would never end.
		return statSync(file).isFile() ? readFileSync(file, 'utf8').split('\n') : [];
	} catch {
		// There is none yet, or it is not ours to read: the history is then that of this session.
		return [];
	}
}

/**
 * Appends a prompt, for the owner alone to read. Other processes may append at the same time. `secrets` become `…`. Throws the system's error
 * if it cannot be written.
 */
export function appendPrompt(
	file: string,
	{session, text}: KeptPrompt,
	secrets: readonly string[] = [],
	limit: number = maxBytes,
): void {
	if (text.length > maxPrompt) {
		return;
	}

	mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
	const descriptor = openSync(file, 'a+', 0o600);
	try {
		const {size} = fstatSync(descriptor);
		const line = encodeLine({type: 'prompt', session, text}, secrets);
		// One write, so that lines of two processes are never mixed. A line that a full disk cut off does not spoil the next one.
		writeWhole(descriptor, isTorn(descriptor, size) ? `\n${line}` : line);
	} finally {
		closeSync(descriptor);
	}

	rotate(file, limit);
}

function writeWhole(descriptor: number, text: string): void {
	const bytes = Buffer.from(text);
	const written = writeSync(descriptor, bytes);
	if (written < bytes.length) {
		// The rest tells why.
		writeSync(descriptor, bytes, written);
	}
}

function isTorn(descriptor: number, size: number): boolean {
	const last = Buffer.alloc(1);
	return size > 0 && readSync(descriptor, last, 0, 1, size - 1) === 1 && last.toString() !== '\n';
}

/** Two processes may find the file full at once. Only the first one may move it, or the second would move the new file over the old. */
function rotate(file: string, limit: number): void {
	const isFull = () => (statSync(file, {throwIfNoEntry: false})?.size ?? 0) > limit;
	const lock = isFull() ? takeLock(file) : null;
	try {
		if (lock !== null && isFull()) {
			renameSync(file, olderFile(file));
		}
	} finally {
		lock?.release();
	}
}
