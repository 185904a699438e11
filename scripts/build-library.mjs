// Builds what `import … from 'streamscope'` gives: dist/index.js, and the declarations in dist/types. Nothing of it is in the program's bundle.

import {spawnSync} from 'node:child_process';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {build} from 'esbuild';

await build({
	entryPoints: ['source/index.ts'],
	outdir: 'dist',
	bundle: true,
	platform: 'neutral',
	format: 'esm',
	target: 'es2022',
	mainFields: ['module', 'main'],
	conditions: ['import', 'module'],
	legalComments: 'linked',
	logLevel: 'warning',
});

const require = createRequire(import.meta.url);
const {bin, name} = require('typescript/package.json');
const tsc = path.join(path.dirname(require.resolve(`${name}/package.json`)), bin.tsc);
const {status} = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.types.json'], {stdio: 'inherit'});
if (status !== 0) {
	throw new Error('The declarations could not be made: see above.');
}
