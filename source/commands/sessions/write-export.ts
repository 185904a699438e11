import {type FileHandle, open} from 'node:fs/promises';
import path from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';

/** Writes pieces of text to a new file. Rejects with the system's error, also where the file is there already. */
export async function writeExport(pieces: Iterable<string>, file: string): Promise<void> {
	await writeTo(await open(file, 'wx'), pieces);
}

/** Writes to the first name that is free: `name.md`, `name-2.md`, … Resolves to it. */
export async function writeToFreeName(
	pieces: Iterable<string>,
	{folder, name, extension}: {readonly folder: string; readonly name: string; readonly extension: string},
): Promise<string> {
	for (let number = 1; ; number++) {
		const file = path.join(folder, `${name}${number === 1 ? '' : `-${number}`}.${extension}`);
		const handle = await openNew(file);
		if (handle !== null) {
			await writeTo(handle, pieces);
			return file;
		}
	}
}

async function openNew(file: string): Promise<FileHandle | null> {
	try {
		return await open(file, 'wx');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
			return null;
		}

		throw error;
	}
}

async function writeTo(handle: FileHandle, pieces: Iterable<string>): Promise<void> {
	await pipeline(Readable.from(pieces), handle.createWriteStream());
}
