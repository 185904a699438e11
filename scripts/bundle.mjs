// How the program is bundled: one file and the chunks that it loads later. It starts in a third of the time that the unbundled modules take.

import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {build} from 'esbuild';
import {tsImport} from 'tsx/esm/api';
import {startComplaints} from './check-start.mjs';
import {sharedFile} from './shared-file.mjs';
import {soonerStart} from './sooner-start.mjs';

/** Replaces the modules that cost Ink most of a frame with our own, see source/ui/ink/. */
const quickerInk = {
	name: 'quicker-ink',
	setup({onResolve, onEnd}) {
		const replaced = new Set();
		onResolve({filter: /^\.\/output\.js$/}, ({importer}) => {
			if (importer.endsWith('/ink/build/renderer.js')) {
				replaced.add('output');
				return {path: path.resolve('source/ui/ink/line-output.ts')};
			}
		});
		onResolve({filter: /^\.\/sanitize-ansi\.js$/}, ({importer}) => {
			if (importer.endsWith('/ink/build/squash-text-nodes.js')) {
				replaced.add('sanitize-ansi');
				return {path: path.resolve('source/ui/ink/sanitize-ansi.ts')};
			}
		});
		onResolve({filter: /^\.\/measure-text\.js$/}, ({importer}) => {
			if (importer.endsWith('/ink/build/dom.js')) {
				replaced.add('measure-text');
				return {path: path.resolve('source/ui/ink/measure-text.ts')};
			}
		});
		onResolve({filter: /^\.\/line-update\.js$/}, ({importer}) => {
			if (importer.endsWith('/ink/build/log-update.js')) {
				replaced.add('line-update');
				return {path: path.resolve('source/ui/ink/line-update.ts')};
			}
		});
		onResolve({filter: /^widest-line$/}, () => {
			replaced.add('widest-line');
			return {path: path.resolve('source/ui/ink/widest-line.ts')};
		});
		onResolve({filter: /^string-width$/}, () => {
			replaced.add('string-width');
			return {path: path.resolve('source/ui/ink/string-width.ts')};
		});
		onEnd(() => {
			if (replaced.size !== 6) {
				throw new Error('Ink no longer imports what source/ui/ink/ stands in for: look at them again.');
			}
		});
	},
};

/** Modules that read files when they are loaded from source: the exported page's script and style, and the cases of `drill`. */
const readingModules = [/[\\/]recording[\\/]exports[\\/]page-bundle\.ts$/, /[\\/]drill[\\/]case-files\.ts$/];

/** Replaces these modules with the values that they export. */
const readFiles = {
	name: 'read-files',
	setup({onLoad, onEnd}) {
		const replaced = new Set();
		for (const filter of readingModules) {
			onLoad({filter}, async ({path: file}) => {
				replaced.add(filter);
				const values = Object.entries(await tsImport(file, import.meta.url));
				return {
					contents: values
						.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
						.join(''),
				};
			});
		}

		onEnd(() => {
			if (replaced.size !== readingModules.length) {
				throw new Error('The program imports no page for exports any more, or no cases for drill.');
			}
		});
	},
};

/**
 * CommonJS packages require Node's own modules, through one function of esbuild's. Only the file that holds it is given a `require`: making one
 * in each file delays the start.
 */
const addRequire = async file => {
	const text = await readFile(file, 'utf8');
	if (text.includes('typeof require')) {
		const made =
			'import {createRequire as __createRequire} from "node:module"; const require = __createRequire(import.meta.url);';
		await writeFile(file, text.replace('\n', `\n${made}\n`));
	}
};

/** Writes the program to `outdir`, minified or readable, and returns esbuild's list of output files. */
export const bundleProgram = async ({outdir, minify}) => {
	const {metafile} = await build({
		entryPoints: ['source/cli.ts'],
		outdir,
		bundle: true,
		splitting: true,
		platform: 'node',
		format: 'esm',
		target: 'node22',
		minify,
		legalComments: 'linked',
		define: {
			'process.env.NODE_ENV': '"production"',
			'Intl.Segmenter': 'LateSegmenter',
			'Intl.NumberFormat': 'LateNumberFormat',
		},
		inject: ['scripts/late-intl.mjs'],
		// Ink imports the devtools only on request, so the bundle leaves them out.
		alias: {'react-devtools-core': './scripts/empty-module.mjs'},
		plugins: [quickerInk, soonerStart, readFiles, sharedFile],
		banner: {js: '#!/usr/bin/env node'},
		logLevel: 'warning',
		logOverride: {'ignored-bare-import': 'silent'},
		metafile: true,
	});
	const complaints = startComplaints(metafile);
	if (complaints.length > 0) {
		throw new Error(`${complaints.join(' ')} Look at scripts/shared-file.mjs.`);
	}

	const scripts = Object.keys(metafile.outputs).filter(file => file.endsWith('.js'));
	await Promise.all(scripts.map(addRequire));
	return metafile;
};
