// Decides which modules of the bundle are in the same file. Each file that a start loads costs it a millisecond.

import {globSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {reachesPackages} from './reaches-packages.mjs';

/** What only some commands need: Ink takes a tenth of a second to load, the SDK and `node:http` take half as long each. */
const screen = /^(ink|react|marked)$/;
const server = /^node:https?$/;
const sdk = /^@anthropic-ai\/sdk/;

/** Files that most commands share. Of `ui/` they are those without Ink. */
const candidates = () =>
	globSync([
		'source/{wire,trace,text,messages,analysis,config,client}/**/*.ts',
		'source/{recording,commands}/*.ts',
		'source/ui/*/!(use-*).ts',
	])
		.filter(
			file =>
				!/code-languages|run-command-line|compile-cache-folder|node-version|ui.(ink|terminal|hooks)/.test(
					file,
				),
		)
		.filter(file => !reachesPackages(file, screen) && !reachesPackages(file, server));

const groups = {
	/** For every command. */
	shared: () => candidates().filter(file => !reachesPackages(file, sdk)),
	/** For those that ask the API or have the SDK read a recording. */
	client: () => candidates().filter(file => reachesPackages(file, sdk)),
};

/** Entries that are loaded when they are needed: all that is imported by `import()`, but what a start loads before it knows its command. */
const late = async () => {
	const imported = await Promise.all(
		globSync('source/**/*.{ts,tsx}').map(async file =>
			[...(await readFile(file, 'utf8')).matchAll(/import\('(\..+?)\.js'\)/g)].map(([, name]) =>
				path.resolve(path.dirname(file), `${name}.ts`),
			),
		),
	);
	return new Set(imported.flat().filter(file => !/code-languages|compile-cache-folder/.test(file)));
};

/**
 * Puts what most commands share into one file, and what the SDK's users share into another. Otherwise esbuild makes a file for each combination of
 * commands, and a start loads 68 of them, at a millisecond each. The imports that are added here include nothing: they only tell esbuild that
 * these files belong together.
 */
export const sharedFile = {
	name: 'shared-file',
	async setup({onResolve, onLoad}) {
		const entries = await late();
		onResolve({filter: /^streamscope:/}, ({path: name}) => ({
			path: name.replace('streamscope:', ''),
			namespace: 'streamscope',
		}));
		onLoad({filter: /./, namespace: 'streamscope'}, ({path: name}) => ({
			contents: groups[name]()
				.map(file => `import ${JSON.stringify(path.resolve(file))};`)
				.join('\n'),
			resolveDir: process.cwd(),
		}));
		onLoad({filter: /[\\/]source[\\/].*\.ts$/}, async ({path: file}) => {
			if (!entries.has(file)) {
				return undefined;
			}

			const names = reachesPackages(path.relative(process.cwd(), file), sdk)
				? ['shared', 'client']
				: ['shared'];
			const added = names.map(name => `import 'streamscope:${name}';`).join('');
			return {contents: `${added}\n${await readFile(file, 'utf8')}`, loader: 'ts'};
		});
	},
};
