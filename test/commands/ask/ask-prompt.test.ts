import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {askPrompt} from '../../../source/commands/ask/ask-prompt.js';
import {largestRequest} from '../../../source/commands/ask/read-limited.js';
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
	await assert.rejects(
		askPrompt({words: 'Hi', input: endless(), files: []}),
		tooLarge('What stands on standard input'),
	);
});

test('files that are too large only together, or only as base64, are told of as well', async () => {
	using folder = temporaryFolder();
	const text = path.join(folder.path, 'half.txt');
	writeFileSync(text, 'a'.repeat(largestRequest / 2));
	await assert.rejects(
		askPrompt({words: 'Hi', input: null, files: [text, text]}),
		tooLarge('What is to be sent'),
	);
	const pdf = path.join(folder.path, 'large.pdf');
	writeFileSync(pdf, `%PDF-${'a'.repeat(largestRequest * 0.8)}`);
	await assert.rejects(askPrompt({words: 'Hi', input: null, files: [pdf]}), tooLarge('What is to be sent'));
});
