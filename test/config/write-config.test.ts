import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {writeConfig} from '../../source/config/write-config.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const write = (file: string, text: string) => fs.writeFileSync(file, text);
const read = (file: string) => fs.readFileSync(file, 'utf8');

test('the first kept setting makes the file and its folder, for the owner alone', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'new', 'config.json');
	writeConfig(file, 'theme', 'dark');
	assert.deepEqual(JSON.parse(read(file)), {theme: 'dark'});
	assert.equal(fs.statSync(file).mode & 0o777, 0o600);
	assert.deepEqual(fs.readdirSync(path.dirname(file)), ['config.json']);
});

test('unknown fields, order, indent and a byte order mark stay as they were', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'config.json');
	write(file, '\uFEFF{\n  "future": [1,   2],\n  "theme": "dark"\n}\n');
	writeConfig(file, 'theme', 'light');
	assert.equal(read(file), '\uFEFF{\n  "future": [1,   2],\n  "theme": "light"\n}\n');
	writeConfig(file, 'theme', undefined);
	assert.equal(read(file), '\uFEFF{\n  "future": [1,   2]\n}\n');
});

test('a file that is not a JSON object is never overwritten', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'config.json');
	for (const text of ['', '{"theme": "dark",}', '// mine\n{}', '[]', 'null', '{"theme": ']) {
		write(file, text);
		assert.throws(() => writeConfig(file, 'theme', 'light'), {name: 'ConfigError'}, text);
		assert.equal(read(file), text);
	}

	assert.deepEqual(fs.readdirSync(folder.path), ['config.json']);
});

test('a link to the file stays a link', () => {
	using folder = temporaryFolder();
	const [file, real] = [path.join(folder.path, 'config.json'), path.join(folder.path, 'mine.json')];
	write(real, '{"theme": "dark"}');
	fs.symlinkSync(real, file);
	writeConfig(file, 'theme', 'light');
	assert.ok(fs.lstatSync(file).isSymbolicLink());
	assert.equal(read(real), '{"theme": "light"}');
});

const refusing = (method: 'openSync' | 'writeFileSync' | 'renameSync', code: string) =>
	({
		...fs,
		[method]() {
			throw Object.assign(new Error('refused'), {code});
		},
	}) as typeof fs;

test('on a full or read-only disk the file stays as it was, and a sentence says why', () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'config.json');
	write(file, '{"theme": "dark"}');
	for (const [method, code, words] of [
		['writeFileSync', 'ENOSPC', 'the disk is full'],
		['openSync', 'EROFS', 'the disk is read-only'],
		['openSync', 'EACCES', 'not permitted to write there'],
		['renameSync', 'EACCES', 'not permitted to write there'],
	] as const) {
		assert.throws(() => writeConfig(file, 'theme', 'light', refusing(method, code)), {
			name: 'ConfigError',
			message: `Cannot write ${file}: ${words}.`,
		});
		assert.equal(read(file), '{"theme": "dark"}');
		assert.deepEqual(fs.readdirSync(folder.path), ['config.json']);
	}
});

test('a folder that cannot be made is named', () => {
	using folder = temporaryFolder();
	write(path.join(folder.path, 'a'), 'a file');
	const file = path.join(folder.path, 'a', 'config.json');
	assert.throws(() => writeConfig(file, 'theme', 'light'), {
		message: `Cannot write ${file}: part of the path is not a folder.`,
	});
});
