// Decides which modules of the bundle are in the same file. Each file that a start loads costs it a millisecond.

import {globSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

/** Entries that are loaded when they are needed, so a start does not wait for what only they use. */
const commandFiles =
	/[\\/]source[\\/](commands[\\/](\w+[\\/]([\w-]+-command|chat|replay|export-cast)|run-command-line)|demo[\\/]demo-server|recording[\\/]exports[\\/]export-trace)\.ts$/;

/** Files that most commands share. Of `ui/` they are those without Ink. */
const sharedFiles = () =>
	globSync([
		'source/{wire,trace,text,messages,analysis,config,client}/**/*.ts',
		'source/{recording,commands}/*.ts',
		'source/ui/*/!(use-*).ts',
	]).filter(
		file =>
			!/code-languages|run-command-line|compile-cache-folder|node-version|ui.(ink|terminal|hooks)/.test(file),
	);

/**
 * Puts what most commands share into one file. Otherwise esbuild makes a file for each combination of commands, and a start loads 68 of them,
 * at a millisecond each. The imports that are added here include nothing: they only tell esbuild that these files belong together.
 */
export const sharedFile = {
	name: 'shared-file',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^streamscope:shared$/}, () => ({path: 'shared', namespace: 'streamscope'}));
		onLoad({filter: /^shared$/, namespace: 'streamscope'}, () => ({
			contents: sharedFiles()
				.map(file => `import ${JSON.stringify(path.resolve(file))};`)
				.join('\n'),
			resolveDir: process.cwd(),
		}));
		onLoad({filter: commandFiles}, async ({path: file}) => ({
			contents: `import 'streamscope:shared';\n${await readFile(file, 'utf8')}`,
			loader: 'ts',
		}));
	},
};
