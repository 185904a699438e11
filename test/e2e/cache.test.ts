import assert from 'node:assert/strict';
import path from 'node:path';
import {test} from 'node:test';
import {serveAnswers} from '../helpers/answering-api.js';
import {type Chat, openChat} from '../helpers/open-chat.js';
import {focusOf} from '../helpers/screen-facts.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('/cache on goes out with each request, stays with the conversation, and /cache off ends it', async () => {
	await using api = await serveAnswers();
	using folder = temporaryFolder();
	const open = (...args: readonly string[]) =>
		openChat({
			home: folder.path,
			args: ['--base-url', api.url, ...args],
			env: {ANTHROPIC_API_KEY: 'test-key'},
		});
	const ask = async (chat: Chat) => {
		const number = api.asked.length + 1;
		chat.send('Hello');
		await chat.frame(({conversation}) => conversation.includes(`Answer ${number}.`));
		return api.asked.at(-1)?.cache_control;
	};
	const record = path.join(folder.path, 'session.ndjson');

	await using chat = await open('--record', record);
	assert.equal(await ask(chat), undefined);
	chat.send('/cache on');
	await chat.frame(({rows}) => /Each request caches the conversation for five minutes/.test(rows.join(' ')));
	await chat.close();

	await using resumed = await open('--resume', record);
	assert.deepEqual(await ask(resumed), {type: 'ephemeral'});
	resumed.send('/cache off');
	await resumed.frame(({rows}) => /No request asks for the cache/.test(rows.join(' ')));
	assert.equal(await ask(resumed), undefined);
});

test('the Usage tab says what was written and read, and why a short prompt is not cached', async () => {
	await using chat = await openChat({demo: 'chat'});
	chat.send('/cache on');
	await chat.frame(({rows}) => /Each request caches/.test(rows.join(' ')));
	const usage = async (pattern: RegExp) => {
		chat.press('tab', '4');
		await chat.frame(({inspector}) => pattern.test(inspector));
		chat.press('escape');
		// What follows Escape at once would be its Alt.
		await chat.frame(frame => focusOf(frame) === 'Prompt');
	};
	chat.send('Hello');
	await chat.status('complete');
	await usage(/cache nothing read or written\. A prompt is cached from 512 to 4,096 tokens on/);
	await chat.sendEach('Again');
	await usage(/cache 0 of \d+ prompt tokens read, \d+ written/);
	await chat.sendEach('And again');
	await usage(/cache [1-9]\d+ of [\d,]+ prompt tokens read, [1-9]\d+ written/);
});
