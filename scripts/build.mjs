// Builds the program into dist/cli.js.

import {globSync} from 'node:fs';
import {chmod, rm, writeFile} from 'node:fs/promises';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import {bundleProgram} from './bundle.mjs';
import {licenceTexts} from './licence-texts.mjs';

const metafile = await bundleProgram({outdir: 'dist', minify: true});
await chmod('dist/cli.js', 0o755);

// Removes files of earlier builds only afterwards, so that a running program still finds its files.
for (const file of globSync('dist/**/*.*')) {
	if (!(file in metafile.outputs)) {
		await rm(file);
	}
}

await writeFile('dist/THIRD-PARTY-LICENSES.txt', licenceTexts(Object.keys(metafile.inputs)));

// Starting the program does not need the library.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
	await import('./build-library.mjs');
}
