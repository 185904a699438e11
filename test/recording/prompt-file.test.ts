import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {appendFileSync, existsSync, readdirSync, statSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {appendPrompt, promptFile, readPrompts} from '../../source/recording/prompt-file.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const program = fileURLToPath(new URL('../fixtures/recordings/append-prompts.ts', import.meta.url));

test('prompts come back in their order, from a file for the owner alone', () => {
	using folder = temporaryFolder();
	const file = promptFile(path.join(folder.path, 'new'));
	assert.deepEqual(readPrompts(file), []);
	const prompts = ['one', 'two\nlines', '"quoted" \u2028 ☃ \u0000'].map(text => ({session: 's', text}));
	for (const prompt of prompts) {
		appendPrompt(file, prompt);
	}

	assert.deepEqual(readPrompts(file), prompts);
	assert.equal(statSync(file).mode & 0o777, 0o600);
});

test('a credential in use is not written', () => {
	using folder = temporaryFolder();
	const file = promptFile(folder.path);
	appendPrompt(file, {session: 's', text: 'my key is sk-1234567890'}, ['sk-1234567890']);
	assert.deepEqual(readPrompts(file), [{session: 's', text: 'my key is …'}]);
});

test('a torn or foreign line loses only itself', () => {
	using folder = temporaryFolder();
	const file = promptFile(folder.path);
	writeFileSync(file, 'nonsense\n[1]\n{"text": 1}\n');
	appendPrompt(file, {session: 's', text: 'a'});
	appendFileSync(file, '{"type":"prompt","session":"s","te');
	appendPrompt(file, {session: 's', text: 'b'});
	assert.deepEqual(
		readPrompts(file).map(({text}) => text),
		['a', 'b'],
	);
});

test('the file stays small: when it is full, only the older half is let go', () => {
	using folder = temporaryFolder();
	const file = promptFile(folder.path);
	for (let index = 0; index < 1000; index++) {
		appendPrompt(file, {session: 's', text: `prompt ${index}`}, [], 5000);
	}

	const bytes = readdirSync(folder.path).map(name => statSync(path.join(folder.path, name)).size);
	assert.ok(bytes.length === 2 && bytes.every(size => size < 5100), bytes.join(' '));
	const texts = readPrompts(file).map(({text}) => text);
	assert.ok(texts.length > 80, String(texts.length));
	assert.deepEqual(
		texts,
		texts.map((_, index) => `prompt ${1000 - texts.length + index}`),
	);
	appendPrompt(file, {session: 's', text: 'x'.repeat(100_000)});
	assert.equal(readPrompts(file).length, texts.length);
});

test('two processes at once neither mix nor lose prompts, also while the file changes', async () => {
	using folder = temporaryFolder();
	const file = promptFile(folder.path);
	const children = ['a', 'b'].map(session =>
		spawn(process.execPath, ['--import', 'tsx', program, file, session], {
			stdio: ['pipe', 'pipe', 'inherit'],
		}),
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
	const prompts = readPrompts(file);
	assert.ok(existsSync(path.join(folder.path, 'prompts-older.ndjson')));
	for (const session of ['a', 'b']) {
		const own = prompts.filter(prompt => prompt.session === session).map(({text}) => text);
		const all = Array.from({length: 200}, (_, index) => `${session} ${index} ${'x'.repeat(index)}`);
		assert.deepEqual(own, all.slice(200 - own.length));
	}
});

test('a full disk is the caller’s to tell', {
	skip: existsSync('/dev/full') ? false : 'there is no /dev/full here',
}, () => {
	using folder = temporaryFolder();
	const file = promptFile(folder.path);
	symlinkSync('/dev/full', file);
	assert.throws(() => appendPrompt(file, {session: 's', text: 'a'}), {code: 'ENOSPC'});
});
