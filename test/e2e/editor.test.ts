import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {type ChatFrame, openChat} from '../helpers/open-chat.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const editor = `sh ${fileURLToPath(new URL('../fixtures/editor.sh', import.meta.url))}`;
const skip = process.platform === 'win32' && 'Windows has no such editor';

const promptRows = ({panes}: ChatFrame) => panes.at(-1)?.rows ?? [];

test('Ctrl+G opens the editor on the prompt and brings back what it wrote', {skip}, async () => {
	using folder = temporaryFolder();
	await using chat = await openChat({
		demo: 'chat',
		env: {VISUAL: editor, EDITOR: 'false', TMPDIR: folder.path},
	});
	chat.write('One line');
	chat.press('ctrl+g');
	await chat.waitFor('mode -rw-------: One line');
	assert.equal(chat.isAlternateScreen(), false);
	assert.equal(chat.modes().bracketedPaste, false);

	chat.write('and every letter of another\r');
	await chat.frame(frame => promptRows(frame).join('') === '> One lineand every letter of another');
	assert.equal(chat.isAlternateScreen(), true);
	assert.deepEqual(readdirSync(folder.path), []);
	chat.write('!');
	await chat.frame(shown => promptRows(shown)[0]?.endsWith('another!') ?? false);
});

test('an editor that fails, or is interrupted, leaves the prompt as it was and the chat alive', {
	skip,
}, async () => {
	await using chat = await openChat({demo: 'chat', env: {EDITOR: editor}});
	chat.write('A prompt');
	chat.press('ctrl+g');
	await chat.waitFor('mode -rw-------: A prompt');
	chat.write('fail\r');
	const failed = await chat.frame(frame => promptRows(frame).join(' ').includes('ended with code 3'));
	assert.equal(promptRows(failed).at(-1), '> A prompt');

	// The normal screen still shows what the editor said the first time.
	chat.write('!');
	chat.press('ctrl+g');
	await chat.waitFor('mode -rw-------: A prompt!');
	chat.write('\u0003');
	const stopped = await chat.frame(frame => promptRows(frame).join(' ').includes('The prompt is unchanged'));
	assert.equal(promptRows(stopped).at(-1), '> A prompt!');
});

test('without an editor Ctrl+G says which variable names one', async () => {
	await using chat = await openChat({demo: 'chat'});
	chat.write('A prompt');
	chat.press('ctrl+g');
	const frame = await chat.frame(shown => promptRows(shown).join(' ').includes('Set VISUAL or EDITOR'));
	assert.equal(promptRows(frame).at(-1), '> A prompt');
	assert.equal(chat.isAlternateScreen(), true);
});
