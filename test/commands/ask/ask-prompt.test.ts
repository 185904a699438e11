import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {askPrompt} from '../../../source/commands/ask/ask-prompt.js';
import {largestRequest} from '../../../source/messages/request/check-size.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

async function* pieces(...texts: readonly string[]) {
	yield* texts.map(text => Buffer.from(text));
}

async function* endless() {
	for (;;) {
		yield Buffer.alloc(1024 * 1024, 'a');
	}
}

const tooLarge = (what: string) => ({name: 'UsageError', message: `${what} is too large.`});

test('words alone are the question, and what stands on standard input goes before them', async () => {
	assert.equal(await askPrompt({words: 'Why?', input: null, files: []}), 'Why?');
	assert.deepEqual(await askPrompt({words: 'Why?', input: pieces('a', 'b\n'), files: []}), [
		{type: 'text', text: 'ab'},
		{type: 'text', text: 'Why?'},
	]);
});

test('standard input that never ends is told of once it is larger than a request may be', async () => {
	await assert.rejects(askPrompt({words: 'Hi', input: endless(), files: []}), tooLarge('Standard input'));
});

test('files that are too large only together, or only as base64, are told of as well', async () => {
	using folder = temporaryFolder();
	const text = path.join(folder.path, 'half.txt');
	writeFileSync(text, 'a'.repeat(largestRequest / 2));
	await assert.rejects(askPrompt({words: 'Hi', input: null, files: [text, text]}), tooLarge('The request'));
	const pdf = path.join(folder.path, 'large.pdf');
	writeFileSync(pdf, `%PDF-${'a'.repeat(largestRequest * 0.8)}`);
	await assert.rejects(askPrompt({words: 'Hi', input: null, files: [pdf]}), tooLarge('The request'));
});

test('of a file that is empty, or is no file, it is said what it is', async () => {
	using folder = temporaryFolder();
	const empty = path.join(folder.path, 'empty.txt');
	writeFileSync(empty, '');
	const pipe = path.join(folder.path, 'pipe');
	const cases: Array<readonly [file: string, message: string]> = [
		[empty, `${empty} is empty.`],
		[folder.path, `${folder.path} is a folder, not a file.`],
		[
			path.join(folder.path, 'nowhere'),
			`Cannot read ${path.join(folder.path, 'nowhere')}: it does not exist.`,
		],
		[path.join(empty, 'a'), `Cannot read ${path.join(empty, 'a')}: part of the path is not a folder.`],
	];
	if (process.platform !== 'win32') {
		execFileSync('mkfifo', [pipe]);
		cases.push([pipe, `${pipe} is a pipe, not a file.`], ['/dev/null', '/dev/null is a device, not a file.']);
	}

	for (const [file, message] of cases) {
		await assert.rejects(askPrompt({words: 'Hi', input: null, files: [file]}), {name: 'UsageError', message});
	}
});

test('standard input that is open and silent is told of once, and one that speaks at once is not', async () => {
	let silences = 0;
	const onSilence = () => {
		silences++;
	};
	const {promise: spoken, resolve: speak} = Promise.withResolvers<Buffer>();
	async function* silent() {
		yield await spoken;
	}

	const asked = askPrompt({
		words: 'Hi',
		input: silent(),
		files: [],
		onSilence() {
			onSilence();
			speak(Buffer.from('late'));
		},
	});
	assert.deepEqual(await asked, [
		{type: 'text', text: 'late'},
		{type: 'text', text: 'Hi'},
	]);
	await askPrompt({words: 'Hi', input: pieces('soon'), files: [], onSilence});
	assert.equal(silences, 1);
});
