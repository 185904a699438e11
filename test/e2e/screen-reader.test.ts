import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Chat, openChat} from '../helpers/open-chat.js';
import {initialTerminalModes} from '../helpers/terminal-modes.js';

const sizes = [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 40, rows: 10},
];

const openSpoken = (options: Parameters<typeof openChat>[0] = {}) =>
	openChat({demo: 'chat', columns: 80, rows: 24, ...options, args: ['--screen-reader']});

/** Every line so far, with what the terminal wrapped joined again. */
const lines = (chat: Chat) => chat.scrollback().map(line => line.trimEnd());
const everything = (chat: Chat) => lines(chat).join(' ').replaceAll(/\s+/g, ' ');
const isSaid = (chat: Chat, words: string) => chat.waitFor(() => everything(chat).includes(words));

describe('for a screen reader', () => {
	for (const {columns, rows} of sizes) {
		it(`is plain text that grows, at ${columns}×${rows}`, async () => {
			await using chat = await openSpoken({columns, rows});
			await isSaid(chat, '/help lists');
			chat.send('Write me a 3 word sentence, without a preamble.');
			await isSaid(chat, 'Answer complete.');
			assert.equal(chat.isAlternateScreen(), false);
			assert.equal(chat.modes().focusReports, false);
			const text = everything(chat);
			assert.match(
				text,
				/You: Write me a 3 word sentence, without a preamble\. Claude: Cats meow loudly\. Answer complete\./,
			);
			assert.match(text, /\d+ tokens, first token after [\d.]+ m?s\./);
			assert.doesNotMatch(text, /[─-╿▀-▟⠀-⣿│║]/);
		});
	}

	it('says which key keeps a changed setting, and that it is kept', async () => {
		await using chat = await openSpoken();
		chat.send('/max-tokens 5000');
		await isSaid(chat, 'tokens from now on. Ctrl+S keeps the maximum for the next start.');
		chat.press('ctrl+s');
		await isSaid(chat, 'maxTokens is 5000.');
	});

	it('says each line once and in order, however long the answer', async () => {
		await using chat = await openSpoken();
		chat.send('hello');
		await isSaid(chat, 'Answer complete.');
		const text = everything(chat);
		for (const words of [
			'You: hello',
			'I am the demo server',
			'What to look for',
			'F1 shows all keys.',
			'Answer complete.',
		]) {
			assert.equal(text.split(words).length, 2, words);
		}
	});

	it('keeps still when nothing happens, also while an answer is awaited', async () => {
		await using chat = await openSpoken({demo: 'stall', speed: 1});
		chat.send('hello');
		await isSaid(chat, 'Claude:');
		chat.press('escape');
		await isSaid(chat, 'Interrupted. The partial answer is kept.');
		assert.doesNotMatch(chat.raw(), /[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/);
	});

	it('takes what is typed while an answer comes, with the cursor behind it, and keeps it apart', async () => {
		await using chat = await openSpoken({demo: 'long', speed: 1});
		chat.send('hello');
		await isSaid(chat, 'Claude:');
		chat.write('next question');
		await chat.waitFor(() => lines(chat).some(line => line === '> next question'));
		await chat.settled();
		const {x, y, visible} = chat.cursor();
		assert.equal(chat.screen()[y], '> next question');
		assert.deepEqual({x, visible}, {x: '> next question'.length, visible: true});
		chat.press('escape');
		await isSaid(chat, 'Interrupted.');
	});

	it('says errors as sentences', async () => {
		await using chat = await openSpoken({demo: 'overloaded'});
		chat.send('hello');
		await isSaid(chat, 'The server answered 529. Trying again.');
		await isSaid(chat, 'Error: The API is overloaded.');
		await isSaid(chat, 'Wait a moment, then /retry.');
	});

	it('carries out commands and says what they say', async () => {
		await using chat = await openSpoken();
		chat.send('/nonsense');
		await isSaid(chat, 'There is no command /nonsense.');
		chat.press('ctrl+u');
		chat.send('/help');
		await isSaid(chat, 'Control C: stop the answer. Twice: quit.');
	});

	it('is left with Ctrl+C twice, and what was said stays', async () => {
		await using chat = await openSpoken();
		chat.send('hello');
		await isSaid(chat, 'Answer complete.');
		chat.press('ctrl+c');
		await isSaid(chat, 'Ctrl+C again quits.');
		chat.press('ctrl+c');
		assert.equal((await chat.exited).code, 0);
		assert.deepEqual(chat.modes(), initialTerminalModes);
		assert.match(everything(chat), /Answer complete\./);
	});
});
