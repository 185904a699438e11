import type {spawn} from 'node:child_process';
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {programOutput} from './program-output.js';

export type ListOptions = {
	readonly folder: string;
	readonly spawn: typeof spawn;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly now: () => number;
};

/** More files than anybody chooses from. */
const maxFiles = 20_000;

/** In milliseconds: a slow disk lists what it can by then. */
const patience = 3000;

/** In bytes. */
const maxOutput = 8 * 1024 * 1024;

/**
 * The files below a folder, relative to it, the nearest first. In a git repository, those that git knows and those that it does not ignore;
 * elsewhere, those that are not hidden. Does not reject.
 */
export async function listFiles(options: ListOptions): Promise<readonly string[]> {
	const files = (await gitFiles(options)) ?? (await walkedFiles(options));
	const depth = (file: string) => file.split('/').length;
	return files
		.slice(0, maxFiles)
		.map(file => ({file, depth: depth(file)}))
		.sort((a, b) => a.depth - b.depth || (a.file < b.file ? -1 : 1))
		.map(({file}) => file);
}

async function gitFiles({folder, spawn, env}: ListOptions): Promise<readonly string[] | null> {
	// A repository from elsewhere may name a program that watches its files. It is not to be run.
	const quiet = ['-c', 'core.fsmonitor=false'];
	const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
	const ended = await programOutput('git', [...quiet, ...listing], {
		spawn,
		env: {...env, GIT_OPTIONAL_LOCKS: '0'},
		cwd: folder,
		timeout: patience,
		limit: maxOutput,
	});
	const text = ended?.output.toString('utf8') ?? '';
	// Output that was cut off ends inside a name.
	const names = text
		.slice(0, text.lastIndexOf('\0') + 1)
		.split('\0')
		.filter(name => name !== '');
	return ended === null || (ended.code !== 0 && names.length === 0) ? null : names;
}

/** Folder by folder, the nearest first. Links are not followed. */
async function walkedFiles({folder, now}: ListOptions): Promise<readonly string[]> {
	const files: string[] = [];
	const waiting = [''];
	const end = now() + patience;
	for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
		if (files.length >= maxFiles || now() > end) {
			break;
		}

		// A folder that cannot be read has no files here.
		const entries = await readdir(path.join(folder, next), {withFileTypes: true}).catch(() => []);
		for (const entry of entries.filter(({name}) => !name.startsWith('.'))) {
			const name = next === '' ? entry.name : `${next}/${entry.name}`;
			if (entry.isFile()) {
				files.push(name);
			} else if (entry.isDirectory() && entry.name !== 'node_modules') {
				waiting.push(name);
			}
		}
	}

	return files;
}
