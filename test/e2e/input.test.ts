// Bytes of keyboards and terminals that made other programs send a question unasked or type what nobody typed.

import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';
import {setTimeout as pass} from 'node:timers/promises';
import {type Chat, openChat} from '../helpers/open-chat.js';
import {noteOf, promptWithCursor} from '../helpers/screen-facts.js';

/** The pieces arrive 40 ms apart, as over a slow line: with the patience for one, since a busy machine adds to each pause. */
const typed: ReadonlyArray<readonly [about: string, pieces: readonly string[], prompt: string]> = [
	['a paste without markers', ['one\rtwo\rthree'], 'one\ntwo\nthree|'],
	['Alt+B in two pieces', ['ab', '\u001B', 'b', 'c'], 'c|ab'],
	['an arrow in two pieces', ['ab', '\u001B', '[D'], 'a|b'],
	['an arrow in two other pieces', ['ab', '\u001B[', 'D'], 'a|b'],
	[
		'a late reply with the background in two pieces',
		['ab', '\u001B]11;rgb:0000/00', '00/0000\u0007', 'c'],
		'abc|',
	],
	['a late reply with the terminal’s kind in two pieces', ['ab', '\u001B[?6', '2;c', 'c'], 'abc|'],
	[
		'a late reply with the terminal’s name in two pieces',
		['ab', '\u001BP>|xterm', '(390)\u001B\\', 'c'],
		'abc|',
	],
	['a late cursor position', ['ab', '\u001B[12;40R', 'c'], 'abc|'],
	['the numpad', ['\u001B[57400u\u001B[57401u\u001B[57413u'], '12+|'],
	['Ctrl+A of a Cyrillic keyboard', ['ab', '\u001B[1092::97;5u', 'X'], 'X|ab'],
	['Ctrl+A by modifyOtherKeys', ['ab', '\u001B[27;5;97~', 'X'], 'X|ab'],
];

const write = async (chat: Chat, pieces: readonly string[]): Promise<void> => {
	for (const piece of pieces) {
		chat.write(piece);
		await pass(40);
	}
};

const openInput = (): Promise<Chat> =>
	openChat({
		demo: 'chat',
		columns: 90,
		rows: 24,
		kittyKeyboard: true,
		env: {SSH_CONNECTION: '192.0.2.1 50000 192.0.2.2 22'},
	});

/** What is typed, and then what is in the prompt. Nothing was asked. */
const typeInto = async (chat: Chat, pieces: readonly string[], prompt: string): Promise<void> => {
	await write(chat, pieces);
	const frame = await chat.frame(seen => promptWithCursor(chat, seen) === prompt);
	assert.deepEqual(frame.events, []);
};

describe('the input of a terminal', () => {
	/** One program for all that begins in a prompt with text, which is emptied in between. */
	let shared: Chat | null = null;
	after(() => shared?.close());

	for (const [about, pieces, prompt] of typed) {
		it(`${about} is typed as it was meant, and sends nothing`, async () => {
			if (pieces[0] !== 'ab') {
				await using chat = await openInput();
				await typeInto(chat, pieces, prompt);
				return;
			}

			shared ??= await openInput();
			const chat = shared;
			try {
				await typeInto(chat, pieces, prompt);
				chat.press('ctrl+end', 'ctrl+u');
				await chat.frame(seen => promptWithCursor(chat, seen) === '|');
			} catch (error) {
				// The next case must not suffer from what a failed one left behind.
				shared = null;
				await chat.close();
				throw error;
			}
		});
	}

	it('the kitty keyboard protocol can be left off', async () => {
		const modeWith = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
			await using chat = await openChat({demo: 'chat', kittyKeyboard: true, args, env});
			chat.write('typed');
			await chat.frame(seen => promptWithCursor(chat, seen) === 'typed|');
			return chat.modes().kittyKeyboard;
		};
		assert.equal(await modeWith([], {SSH_TTY: '/dev/pts/0'}), 5);
		assert.equal(await modeWith(['--no-kitty-keyboard']), 0);
		assert.equal(await modeWith([], {STREAMSCOPE_KITTY_KEYBOARD: 'off'}), 0);
	});

	it('what another program wrote over the screen is gone after Ctrl+L', async () => {
		await using chat = await openChat({demo: 'chat', columns: 90, rows: 24});
		const before = await chat.frame(() => true);
		await chat.feed('\u001B[5;10Hbroadcast message');
		assert.match(chat.text(), /broadcast message/);
		chat.press('ctrl+l');
		const text = (rows: readonly string[]) => rows.map(row => row.trimEnd()).join('\n');
		await chat.frame(({rows}) => text(rows) === text(before.rows));
	});

	it('the wheel scrolls the conversation and leaves the draft', async () => {
		await using chat = await openChat({demo: 'chat', columns: 90, rows: 24});
		chat.send('Show me');
		await chat.status('complete');
		chat.write('draft');
		await chat.frame(seen => promptWithCursor(chat, seen) === 'draft|');
		chat.write('\u001BOA\u001BOA\u001BOA');
		const frame = await chat.frame(seen => noteOf(seen, 'Conversation') !== 'following');
		assert.equal(promptWithCursor(chat, frame), 'draft|');
	});

	it('a question mark in an empty prompt opens the help, and one after text is typed', async () => {
		await using chat = await openChat({demo: 'chat'});
		chat.write('?');
		await chat.frame(({panes}) => panes.some(({title}) => title.startsWith('Keys')));
		chat.press('escape');
		await chat.frame(({panes}) => panes.every(({title}) => !title.startsWith('Keys')));
		chat.write('why');
		chat.write('?');
		await chat.frame(seen => promptWithCursor(chat, seen) === 'why?|');
	});

	for (const word of ['exit', 'QUIT', ':q']) {
		it(`${word} quits`, async () => {
			await using chat = await openChat({demo: 'chat'});
			chat.send(word);
			assert.deepEqual(await chat.exited, {code: 0, signal: null});
		});
	}

	it('Ctrl+D in an empty prompt asks first, then quits', async () => {
		await using chat = await openChat({demo: 'chat'});
		chat.press('ctrl+d');
		await chat.status('again quits');
		chat.press('ctrl+d');
		assert.deepEqual(await chat.exited, {code: 0, signal: null});
	});
});
