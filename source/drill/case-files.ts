import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

// When run from source, the cases are read from their folder. The built program holds their texts instead, because scripts/bundle.mjs runs this
// module and puts them in its place.

const extension = '.scenario';
const root = fileURLToPath(new URL('cases', import.meta.url));

/** The built-in cases in the order in which they run: the name of each, and the text of its scenario file. */
export const caseFiles: ReadonlyArray<readonly [name: string, text: string]> = textsIn(root);

/** The files of a folder by name, then those of the folders in it. */
function textsIn(folder: string): ReadonlyArray<readonly [string, string]> {
	const entries = readdirSync(folder, {withFileTypes: true})
		.map(entry => ({
			name: entry.name.replace(extension, ''),
			file: entry.name,
			isFolder: entry.isDirectory(),
		}))
		.sort((one, other) => (one.name < other.name ? -1 : 1));
	return [
		...entries
			.filter(({isFolder, file}) => !isFolder && file.endsWith(extension))
			.map(({name, file}) => [name, readFileSync(path.join(folder, file), 'utf8')] as const),
		...entries.filter(({isFolder}) => isFolder).flatMap(({file}) => textsIn(path.join(folder, file))),
	];
}
