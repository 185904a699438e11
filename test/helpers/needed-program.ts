import {existsSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** A program that npm does not install. `skip` is for the options of a test. scripts/skipped-tests.mjs reads it. */
export type NeededProgram = {readonly file: string; readonly skip: string | false};

/** Looks for the program of a Debian package under each of its names. */
export function neededProgram(
	debianPackage: string,
	names: readonly string[] = [debianPackage],
): NeededProgram {
	const folders = (process.env.PATH ?? '').split(path.delimiter);
	const file = names.flatMap(name => folders.map(folder => path.join(folder, name))).find(existsSync);
	return {
		file: file ?? debianPackage,
		skip: file === undefined ? `needs the program ${debianPackage}` : false,
	};
}
