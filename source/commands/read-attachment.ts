import {createReadStream, type Stats} from 'node:fs';
import {stat} from 'node:fs/promises';
import path from 'node:path';
import type {Attachment} from '../analysis/prompt.js';
import {type FileProblem, fileBlock} from '../messages/request/file-block.js';
import {describeFailure, isSystemError} from '../text/describe-failure.js';
import {readLimited} from './read-limited.js';

/** A file that was read, or why it cannot be sent. `isFile` is false if the path is not that of a file. */
export type ReadAttachment =
	| {readonly attachment: Attachment}
	| {readonly problem: FileProblem; readonly isFile: boolean};

/** Reads a file to attach. Does not reject. A problem's words are a sentence without its full stop. */
export async function readAttachment(file: string): Promise<ReadAttachment> {
	const name = path.basename(file);
	const refused = (words: string, hint: string, isFile = true) => ({problem: {words, hint}, isFile});
	try {
		const kind = specialKind(await stat(file));
		if (kind !== null) {
			return refused(
				`${file} is ${kind}, not a file`,
				'To send the output of a pipe, pipe it into streamscope ask.',
				false,
			);
		}

		const bytes = await readLimited(createReadStream(file));
		if (bytes === null) {
			return refused(`${file} is too large`, tooLargeHint);
		}

		if (bytes.length === 0) {
			return refused(`${file} is empty`, 'The API rejects empty files.');
		}

		const made = fileBlock(bytes, name);
		return 'problem' in made
			? refused(`${file} ${made.problem.words}`, made.problem.hint)
			: {attachment: {name, block: made.block}};
	} catch (error) {
		return {
			problem: {
				words: `Cannot read ${file}: ${describeFailure(error, 'read')}`,
				hint: 'Choose another file.',
			},
			isFile: !(isSystemError(error) && missing.has(error.code ?? '')),
		};
	}
}

/** No file has such a path. */
const missing: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

export const tooLargeHint = 'A request is limited to 32 MB. Encoding makes images and PDFs a third larger.';

/** Refuses anything but a regular file: a device may never end, and a pipe may wait forever for a writer. */
function specialKind(stats: Stats): string | null {
	const kinds = [
		[stats.isDirectory(), 'a folder'],
		[stats.isFIFO(), 'a pipe'],
		[stats.isSocket(), 'a socket'],
		[stats.isCharacterDevice() || stats.isBlockDevice(), 'a device'],
	] as const;
	return kinds.find(([isKind]) => isKind)?.[1] ?? null;
}
