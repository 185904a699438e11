import {mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {bundleProgram} from '../scripts/bundle.mjs';

/** The file of an unminified program, in which functions and modules can be distinguished. */
export type ReadableProgram = AsyncDisposable & {readonly file: string};

/** Bundles this tree into a temporary folder, or uses `file`, an unminified build of another tree. */
export const readableProgram = async (file: string | undefined): Promise<ReadableProgram> => {
	if (file !== undefined) {
		return {file: path.resolve(file), [Symbol.asyncDispose]: async () => {}};
	}

	const folder = mkdtempSync(path.join(tmpdir(), 'streamscope-bundle-'));
	await bundleProgram({outdir: folder, minify: false});
	return {
		file: path.join(folder, 'cli.js'),
		[Symbol.asyncDispose]: () => rm(folder, {recursive: true, force: true}),
	};
};
