// Which packages a file of the source loads, itself or through other files.

import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';

/** What a file imports when it is loaded: files of the source by their paths, packages by their names. Types and `import()` load nothing. */
const importsOf = file =>
	[...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )(?:[^;']*? from )?'([^']+)';$/gm)].map(
		([, name]) => (name.startsWith('.') ? sourceOf(path.join(path.dirname(file), name)) : name),
	);

const sourceOf = file =>
	[file.replace(/\.js$/, '.ts'), file.replace(/\.js$/, '.tsx')].find(existsSync) ?? file;

/** Whether a file loads a package whose name matches. */
export const reachesPackages = (file, name, seen = new Set()) => {
	if (!existsSync(file)) {
		return name.test(file);
	}

	if (seen.has(file)) {
		return false;
	}

	seen.add(file);
	return importsOf(file).some(imported => reachesPackages(imported, name, seen));
};
