// Builds what `import … from 'streamscope'` gives: dist/index.js with dist/library, and what `streamscope/demo` gives: dist/demo.js; the declarations are in dist/types. Nothing of it is in the program's bundle.

import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import process from 'node:process';
import {build, transform} from 'esbuild';

// Each module that the index names is a file of its own, so that a bundler takes from the package only what a program imports.
const {code} = await transform(readFileSync('source/index.ts', 'utf8'), {loader: 'ts', format: 'esm'});
const exported = /(?<=from )"\.\/(.+)\.js"/g;
const modules = [...code.matchAll(exported)].map(([, name]) => name);

const {outputFiles} = await build({
	write: false,
	entryPoints: Object.fromEntries(modules.map(name => [path.basename(name), `source/${name}.ts`])),
	outdir: 'dist/library',
	chunkNames: 'shared-[hash]',
	bundle: true,
	splitting: true,
	platform: 'neutral',
	format: 'esm',
	target: 'es2022',
	mainFields: ['module', 'main'],
	conditions: ['import', 'module'],
	legalComments: 'linked',
	logLevel: 'warning',
});

mkdirSync('dist/library', {recursive: true});
for (const {path: file, text} of outputFiles) {
	// No module has side effects when loaded, and an import without names would only make bundlers warn.
	writeFileSync(file, text.replaceAll(/^import "\.\/[^"]+";\n/gm, ''));
}

writeFileSync(
	'dist/index.js',
	code.replaceAll(exported, (_, name) => `"./library/${path.basename(name)}.js"`),
);

// The demo server needs Node, so it is an entry of its own.
await build({
	entryPoints: ['source/demo.ts'],
	outfile: 'dist/demo.js',
	bundle: true,
	platform: 'node',
	format: 'esm',
	target: 'node22',
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
