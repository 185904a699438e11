import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {listFiles} from '../../../source/commands/chat/list-files.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

const list = (folder: string, env: Readonly<Record<string, string | undefined>> = process.env) =>
	listFiles({folder, spawn, env, now: () => performance.now()});

const write = (folder: string, ...files: readonly string[]) => {
	for (const file of files) {
		mkdirSync(path.dirname(path.join(folder, file)), {recursive: true});
		writeFileSync(path.join(folder, file), '');
	}
};

const git = (folder: string, ...args: readonly string[]) =>
	execFileSync('git', args, {cwd: folder, stdio: 'ignore'});

test('in a git repository, files that git ignores are left out, and the nearest come first', async () => {
	using folder = temporaryFolder();
	git(folder.path, 'init');
	write(folder.path, 'docs/deep/plan.md', 'docs/chart.png', 'b c.txt', 'a.txt', 'out/built.js', '.hidden');
	writeFileSync(path.join(folder.path, '.gitignore'), 'out\n');
	git(folder.path, 'add', 'a.txt');
	assert.deepEqual(await list(folder.path), [
		'.gitignore',
		'.hidden',
		'a.txt',
		'b c.txt',
		'docs/chart.png',
		'docs/deep/plan.md',
	]);
	assert.deepEqual(await list(path.join(folder.path, 'docs')), ['chart.png', 'deep/plan.md']);
});

test('without a repository or without git, the folders are walked, hidden files and packages aside', async () => {
	using folder = temporaryFolder();
	write(folder.path, 'docs/chart.png', 'a.txt', '.hidden/b', 'node_modules/c/d.js');
	symlinkSync('.', path.join(folder.path, 'docs', 'loop'));
	const expected = ['a.txt', 'docs/chart.png'];
	assert.deepEqual(await list(folder.path), expected);
	assert.deepEqual(await list(folder.path, {PATH: '/nowhere'}), expected);
	assert.deepEqual(await list(path.join(folder.path, 'nowhere')), []);
});

test('a program that a repository names is not run', async () => {
	using folder = temporaryFolder();
	git(folder.path, 'init');
	write(folder.path, 'a.txt');
	const trap = path.join(folder.path, 'trap.sh');
	writeFileSync(trap, '#!/bin/sh\n/bin/echo > "$(/usr/bin/dirname "$0")/sprung"\n', {mode: 0o755});
	git(folder.path, 'config', 'core.fsmonitor', trap);
	assert.deepEqual(await list(folder.path), ['a.txt', 'trap.sh']);
});
