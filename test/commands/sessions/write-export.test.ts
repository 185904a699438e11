import assert from 'node:assert/strict';
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {WriteError, writeExport, writeToFreeName} from '../../../source/commands/sessions/write-export.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

test('an export goes to a new file, and never over one that is there', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'a.md');
	await writeExport(['one ', 'two'], file);
	assert.equal(readFileSync(file, 'utf8'), 'one two');
	assert.equal(statSync(file).mode & 0o777, 0o600);
	await assert.rejects(
		writeExport(['three'], file),
		new WriteError(file, Object.assign(new Error('EEXIST: …'), {code: 'EEXIST'})),
	);
	assert.equal(readFileSync(file, 'utf8'), 'one two');
	const name = {folder: folder.path, name: 'a', extension: 'md'};
	assert.equal(await writeToFreeName(['three'], name), path.join(folder.path, 'a-2.md'));
	assert.equal(readFileSync(path.join(folder.path, 'a-2.md'), 'utf8'), 'three');
});

test('why a file cannot be written is said in words', async () => {
	using folder = temporaryFolder();
	const wall = path.join(folder.path, 'wall');
	writeFileSync(wall, '');
	for (const [file, words] of [
		[wall, 'it already exists'],
		[path.join(wall, 'a.md'), 'part of the path is not a folder'],
		[path.join(folder.path, 'nowhere', 'a.md'), 'there is no such folder'],
	] as const) {
		await assert.rejects(writeExport(['x'], file), {message: `Cannot write ${file}: ${words}.`});
	}
});

test('an export that fails in its middle leaves no file', async () => {
	using folder = temporaryFolder();
	function* broken() {
		yield 'x'.repeat(100_000);
		throw Object.assign(new Error('no space left'), {code: 'ENOSPC'});
	}

	const file = path.join(folder.path, 'a.md');
	await assert.rejects(writeExport(broken(), file), {
		message: `Cannot write ${file}: the disk is full.`,
	});
	assert.deepEqual(readdirSync(folder.path), []);
});
