import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {runProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const env = (folder: string) => ({NODE_COMPILE_CACHE: undefined, TMPDIR: folder});

test('compiled code is kept in the person’s own cache folder, and nothing below that for temporary files', async () => {
	using home = temporaryFolder();
	using temporary = temporaryFolder();
	const {code} = await runProgram(['--version'], {home: home.path, env: env(temporary.path)});
	assert.equal(code, 0);
	assert.deepEqual(readdirSync(temporary.path), []);
	const folder = path.join(home.path, 'cache', 'streamscope', 'compiled');
	assert.equal(statSync(folder).mode & 0o777, 0o700);
	assert.ok(readdirSync(folder).length > 0);
});

test('a cache folder that others may write to stays unread and empty', async () => {
	using home = temporaryFolder();
	const folder = path.join(home.path, 'cache', 'streamscope', 'compiled');
	mkdirSync(folder, {recursive: true, mode: 0o755});
	const {code} = await runProgram(['--version'], {home: home.path, env: env(home.path)});
	assert.equal(code, 0);
	assert.deepEqual(readdirSync(folder), []);
	assert.ok(!existsSync(path.join(home.path, 'node-compile-cache')));
});
