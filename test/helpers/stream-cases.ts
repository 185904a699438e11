import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const folder = new URL('../fixtures/cases/', import.meta.url);

/** The path of a small input that other tools get wrong. Throws for one that does not exist. */
export function casePath(name: string): string {
	if (!caseNames.includes(name)) {
		throw new Error(`there is no case ${name}`);
	}

	return fileURLToPath(new URL(name, folder));
}

/** The names of all cases: bodies of streams, captures and recordings. */
export const caseNames: readonly string[] = readdirSync(folder);
