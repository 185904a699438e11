// Bundles the program into one file, dist/cli.js. One file starts in a third of the time that the unbundled modules take.

import {chmod, rm} from 'node:fs/promises';
import {build} from 'esbuild';

await rm('dist', {recursive: true, force: true});
await build({
	entryPoints: ['source/cli.ts'],
	outdir: 'dist',
	bundle: true,
	splitting: true,
	platform: 'node',
	format: 'esm',
	target: 'node22',
	minify: true,
	legalComments: 'linked',
	define: {'process.env.NODE_ENV': '"production"'},
	// Ink imports the devtools only when they are asked for; the bundle has none.
	alias: {'react-devtools-core': './scripts/empty-module.mjs'},
	banner: {
		js: '#!/usr/bin/env node\nimport {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);',
	},
	logLevel: 'warning',
});
await chmod('dist/cli.js', 0o755);
