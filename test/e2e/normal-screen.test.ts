import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openChat} from '../helpers/open-chat.js';
import {initialTerminalModes} from '../helpers/terminal-modes.js';

const header = (line: string) => line.includes('streamscope  claude');

const openInline = (columns: number, rows: number) =>
	openChat({demo: 'chat', columns, rows, args: ['--no-alt-screen']});

describe('on the normal screen', () => {
	for (const [columns, rows] of [
		[80, 24],
		[120, 40],
		[200, 50],
	] as const) {
		it(`is drawn in place at ${columns}×${rows}, and stays when it is left, with a line on the conversation below`, async () => {
			await using chat = await openInline(columns, rows);
			chat.send('hello');
			await chat.waitFor('✓ complete');
			assert.equal(chat.isAlternateScreen(), false);
			assert.equal(chat.scrollback().filter(header).length, 1);
			assert.equal(chat.scrollback().length, rows);

			chat.press('ctrl+c', 'ctrl+c');
			assert.equal((await chat.exited).code, 0);
			assert.deepEqual(chat.modes(), initialTerminalModes);
			const lines = chat.scrollback();
			assert.equal(lines.filter(header).length, 1);
			const last = lines.findIndex(line => line.includes('✓ complete'));
			assert.match(lines[last + 1] ?? '', /^streamscope: 1 turn · \d+ events · in 9 out 609 · open /);
		});
	}

	it('draws a whole frame after each resize, and leaves nothing that the terminal has not pushed away itself', async () => {
		await using chat = await openInline(80, 24);
		chat.send('hello');
		await chat.waitFor('✓ complete');
		for (const [columns, rows] of [
			[80, 30],
			[100, 30],
			[100, 35],
			[120, 40],
		] as const) {
			chat.resize(columns, rows);
			await chat.waitFor(
				() =>
					(chat.screen()[0] ?? '').includes('streamscope') &&
					(chat.screen()[rows - 2] ?? '').includes('✓ complete'),
			);
			assert.equal(chat.scrollback().filter(header).length, 1, `${columns}×${rows}`);
		}

		// xterm drops what is below the cursor, and pushes away as many rows as are missing then.
		chat.resize(120, 36);
		await chat.waitFor(() => (chat.screen()[34] ?? '').includes('✓ complete'));
		assert.equal(chat.screen().filter(header).length, 1);
		assert.ok(chat.scrollback().length <= 40);
	});

	it('says nothing of a conversation that did not begin', async () => {
		await using chat = await openInline(80, 24);
		chat.send('quit');
		await chat.exited;
		assert.doesNotMatch(chat.scrollback().join('\n'), /streamscope: /);
	});
});
