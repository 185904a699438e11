import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {type Chat, openChat} from '../helpers/open-chat.js';

const focused = '\u001B[I';
const away = '\u001B[O';

/** The notifications so far. */
const shown = (chat: Chat) => chat.osc().filter(({ident}) => ident === 9);

/** What is typed after it is on the screen, so what came before has been written. */
const settledAfter = async (chat: Chat) => {
	chat.write('typed');
	await chat.waitFor('> typed');
	chat.press('ctrl+c');
	await chat.waitFor(() => !chat.text().includes('> typed'));
};

describe('a notification', () => {
	it('comes when an answer ends while the terminal is not focused, never while it is', async () => {
		await using chat = await openChat({demo: 'chat', args: ['--notify', 'desktop']});
		assert.equal(chat.modes().focusReports, true);
		chat.write(focused);
		chat.send('hello');
		await chat.status('complete');
		await settledAfter(chat);
		assert.deepEqual([shown(chat), chat.bells()], [[], 0]);

		chat.write(away);
		chat.send('and again');
		await chat.waitFor(() => shown(chat).length === 1);
		assert.match(shown(chat)[0]?.data ?? '', /^hello: answered in \d+(?:\.\d+)? m?s$/);
		assert.equal(chat.bells(), 0);
		assert.doesNotMatch(chat.text(), /\[[IO]/);
	});

	it('is the bell where the terminal is not known to show any, and none while it has said nothing or when off', async () => {
		await using chat = await openChat({demo: 'cut-off'});
		chat.send('hello');
		await chat.status('failed');
		await settledAfter(chat);
		assert.equal(chat.bells(), 0);

		chat.write(away);
		chat.send('again');
		await chat.waitFor(() => chat.bells() === 1);
		await chat.sendEach('/notify off');
		await chat.waitFor(() => !chat.modes().focusReports);
		chat.write(away);
		chat.send('once more');
		await chat.status('failed · exchange 3');
		await settledAfter(chat);
		assert.deepEqual([chat.bells(), shown(chat)], [1, []]);
	});

	it('comes when an answer fails and nothing is known of the focus, if it was asked for; not for a soon answer', async () => {
		await using chat = await openChat({demo: 'chat', args: ['--bell']});
		chat.send('hello');
		await chat.status('complete');
		await settledAfter(chat);
		assert.equal(chat.bells(), 0);

		await chat.sendEach('/demo cut-off');
		chat.send('hello');
		await chat.waitFor(() => chat.bells() === 1);
		await chat.status('failed');
		await chat.sendEach('/notify desktop');
		await chat.waitFor('You are called by a notification');
		chat.send('hello');
		await chat.waitFor(() => shown(chat).length > 0);
		assert.deepEqual(
			[shown(chat), chat.bells()],
			[[{ident: 9, data: 'hello: failed: The connection was lost in mid-stream'}], 1],
		);
	});
});
