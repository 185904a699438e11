import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {keepField} from '../../source/commands/keep-field.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const program = fileURLToPath(new URL('../fixtures/config/keep-fields.ts', import.meta.url));

test('two processes that keep settings at the same time lose none', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'settings', 'config.json');
	const children = ['a', 'b'].map(prefix =>
		spawn(process.execPath, ['--import', 'tsx', program, file, prefix], {stdio: ['pipe', 'pipe', 'inherit']}),
	);
	await Promise.all(children.map(child => once(child.stdout, 'data')));
	const ended = children.map(child => once(child, 'exit'));
	for (const child of children) {
		child.stdin.write('go\n');
	}

	assert.deepEqual(
		(await Promise.all(ended)).map(([code]) => code),
		[0, 0],
	);
	const numbers = Array.from({length: 20}, (_, index) => index);
	assert.deepEqual(
		JSON.parse(readFileSync(file, 'utf8')),
		Object.fromEntries(['a', 'b'].flatMap(prefix => numbers.map(number => [`${prefix}${number}`, number]))),
	);
	assert.deepEqual(readdirSync(path.dirname(file)), ['config.json']);
});

test('a folder that cannot be used is a sentence, and a broken file stays', async () => {
	using folder = temporaryFolder();
	writeFileSync(path.join(folder.path, 'file'), '');
	await assert.rejects(keepField(path.join(folder.path, 'file', 'config.json'), 'theme', 'dark'), {
		name: 'ConfigError',
		message: /Cannot write .*config\.json: part of the path is not a folder\.$/,
	});
	const broken = path.join(folder.path, 'config.json');
	writeFileSync(broken, '{"theme": ');
	await assert.rejects(keepField(broken, 'theme', 'dark'), {message: /is not JSON: line 1, column 11/});
	assert.equal(readFileSync(broken, 'utf8'), '{"theme": ');
	mkdirSync(path.join(folder.path, 'x', 'config.json'), {recursive: true});
	await assert.rejects(keepField(path.join(folder.path, 'x', 'config.json'), 'theme', 'dark'), {
		message: /it is a folder/,
	});
});
