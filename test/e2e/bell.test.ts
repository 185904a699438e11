import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {openChat} from '../helpers/open-chat.js';

describe('the bell', () => {
	it('rings once, with a notification, when an answer fails', async () => {
		await using chat = await openChat({demo: 'cut-off', args: ['--bell']});
		chat.send('hello');
		await chat.status('failed');
		await chat.waitFor(() => chat.bells() === 1);
		assert.deepEqual(
			chat.osc().filter(({ident}) => ident === 9),
			[{ident: 9, data: 'streamscope: The connection was lost in mid-stream'}],
		);
	});

	it('is silent unless it is asked for, and for an answer that came soon', async () => {
		await using quiet = await openChat({demo: 'cut-off'});
		quiet.send('hello');
		await quiet.status('failed');
		await using soon = await openChat({demo: 'chat', args: ['--bell']});
		soon.send('hello');
		await soon.status('complete');
		for (const chat of [quiet, soon]) {
			// What is typed after it is on the screen: a bell would have come before.
			chat.write('typed');
			await chat.waitFor('> typed');
			assert.equal(chat.bells(), 0);
		}
	});
});
