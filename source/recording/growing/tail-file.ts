import {type FSWatcher, watch} from 'node:fs';
import {type FileHandle, open, stat} from 'node:fs/promises';
import {isSystemError} from '../../text/describe-failure.js';
import type {GrowingInput} from './growing-input.js';

/** In milliseconds: the file is looked at this often, even where the system reports no changes, as on a network drive. */
const interval = 250;

/** In bytes. */
const pieceLength = 2 ** 18;

/**
 * Reads a file from its beginning and then what is appended to it, until `signal` is aborted. A file that shrinks, or that another one replaces,
 * is read again from its beginning. One that is removed may come back.
 */
export async function* tailFile(path: string, signal: AbortSignal): GrowingInput {
	const wake = createWake(path, signal);
	let file = await open(path);
	let offset = 0;
	let missing = false;
	try {
		while (!signal.aborted) {
			for (;;) {
				const {bytes, writtenAt} = await readFrom(file, offset);
				if (bytes.length === 0 || signal.aborted) {
					break;
				}

				offset += bytes.length;
				yield {kind: 'bytes', bytes, writtenAt};
			}

			const change = await changeOf(path, file, offset);
			if (change === 'missing') {
				if (!missing) {
					missing = true;
					yield {kind: 'note', words: 'The file was removed. Another one of that name will be read.'};
				}
			} else if (change !== null) {
				await file.close();
				file = await open(path);
				offset = 0;
				missing = false;
				yield {kind: 'restart', words: change};
				continue;
			}

			await wake.next();
		}
	} finally {
		wake.stop();
		await file.close();
	}
}

async function readFrom(file: FileHandle, offset: number): Promise<{bytes: Uint8Array; writtenAt: number}> {
	const {mtimeMs} = await file.stat();
	const {bytesRead, buffer} = await file.read(Buffer.allocUnsafe(pieceLength), 0, pieceLength, offset);
	return {bytes: buffer.subarray(0, bytesRead), writtenAt: mtimeMs};
}

/** What has happened to the file, in words; `null` if it only grew. */
async function changeOf(path: string, file: FileHandle, offset: number): Promise<string | null> {
	try {
		const [now, before] = await Promise.all([stat(path), file.stat()]);
		if (now.ino !== before.ino || now.dev !== before.dev) {
			return 'Another file has replaced it: this one is read from its beginning.';
		}

		return now.size < offset ? 'The file has shrunk: it is read again from its beginning.' : null;
	} catch (error) {
		if (isSystemError(error)) {
			return error.code === 'ENOENT' ? 'missing' : null;
		}

		throw error;
	}
}

/** Waits for a change of the file, or for the interval. */
function createWake(path: string, signal: AbortSignal) {
	let awake = () => {};
	let isDue = false;
	const onChange = () => {
		isDue = true;
		awake();
	};

	const watcher = watched(path, onChange);
	signal.addEventListener('abort', onChange, {once: true});
	return {
		async next(): Promise<void> {
			if (!isDue) {
				await new Promise<void>(resolve => {
					const timer = setTimeout(resolve, interval);
					awake = () => {
						clearTimeout(timer);
						resolve();
					};
				});
			}

			isDue = false;
		},
		stop() {
			watcher?.close();
			signal.removeEventListener('abort', onChange);
		},
	};
}

/** Some systems allow only so many watched files. The interval does the same, only later. */
function watched(path: string, onChange: () => void): FSWatcher | null {
	try {
		return watch(path, onChange).on('error', () => {});
	} catch {
		return null;
	}
}
