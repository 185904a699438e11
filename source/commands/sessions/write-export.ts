import {type FileHandle, open, rm} from 'node:fs/promises';
import path from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {describeFailure} from '../../text/describe-failure.js';

/** A file could not be written; the message says which one and why. */
export class WriteError extends Error {
	constructor(file: string, cause: unknown) {
		const words = isThere(cause) ? 'it already exists' : describeFailure(cause);
		super(`Cannot write ${file}: ${words}.`, {cause});
		this.name = 'WriteError';
	}
}

/** Writes pieces of text to a new file that only its owner can read. Rejects with a `WriteError`, also if the file exists. */
export async function writeExport(pieces: Iterable<string>, file: string): Promise<void> {
	try {
		await writeTo(await open(file, 'wx', 0o600), file, pieces);
	} catch (error) {
		throw new WriteError(file, error);
	}
}

/** Writes to the first free name: `name.md`, `name-2.md`, … Resolves to that name. */
export async function writeToFreeName(
	pieces: Iterable<string>,
	{folder, name, extension}: {readonly folder: string; readonly name: string; readonly extension: string},
): Promise<string> {
	for (let number = 1; ; number++) {
		const file = path.join(folder, `${name}${number === 1 ? '' : `-${number}`}.${extension}`);
		try {
			await writeExport(pieces, file);
			return file;
		} catch (error) {
			if (!(error instanceof WriteError && isThere(error.cause))) {
				throw error;
			}
		}
	}
}

/** Half an export is useless, so the file is deleted if writing fails. */
async function writeTo(handle: FileHandle, file: string, pieces: Iterable<string>): Promise<void> {
	try {
		await pipeline(Readable.from(pieces), handle.createWriteStream());
	} catch (error) {
		await rm(file, {force: true});
		throw error;
	}
}

function isThere(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
