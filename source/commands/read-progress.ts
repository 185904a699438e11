import {createReadStream, statSync} from 'node:fs';
import {formatBytes} from '../text/format-numbers.js';
import type {ProgressLine} from './progress-line.js';

/** In bytes. Four times what Node reads at once, since each read costs. */
const readSize = 2 ** 18;

/** Opens a file, and says how much of it has been read. */
export function readWithProgress(path: string, progress: ProgressLine): AsyncGenerator<Uint8Array> {
	const size = statSync(path, {throwIfNoEntry: false})?.size ?? 0;
	return told(createReadStream(path, {highWaterMark: readSize}), progress, read =>
		size === 0 ? formatBytes(read) : `${Math.min(100, Math.floor((100 * read) / size))} %`,
	);
}

/** Passes on a source of unknown length, and says how much of it has been read. */
export function pipeWithProgress(
	source: AsyncIterable<Uint8Array>,
	progress: ProgressLine,
): AsyncGenerator<Uint8Array> {
	return told(source, progress, formatBytes);
}

async function* told(
	source: AsyncIterable<Uint8Array>,
	progress: ProgressLine,
	describe: (bytes: number) => string,
): AsyncGenerator<Uint8Array> {
	let read = 0;
	for await (const piece of source) {
		yield piece;
		read += piece.length;
		progress.say(`Reading: ${describe(read)}`);
	}
}
