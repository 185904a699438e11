import assert from 'node:assert/strict';
import {existsSync, mkdirSync, statSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {type Chat, openChat} from '../helpers/open-chat.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const homeIn = (folder: string) => ({STREAMSCOPE_HOME: path.join(folder, 'data')});

const shows = (chat: Chat, text: string) => chat.frame(({rows}) => rows.slice(-8).join('\n').includes(text));

test('a new chat recalls the prompts and dropped drafts of earlier ones, its own first', async () => {
	using home = temporaryFolder();
	const env = homeIn(home.path);
	await using first = await openChat({demo: 'chat', env, home: home.path});
	first.send('Asked in the first chat');
	await first.status('complete');
	first.write('A draft that was dropped');
	await shows(first, 'A draft that was dropped');
	first.press('ctrl+c');
	await first.frame(({rows}) => !rows.slice(-8).join('\n').includes('dropped'));
	first.press('up');
	await shows(first, 'A draft that was dropped');
	first.press('ctrl+c');
	first.send('quit');
	await first.exited;
	const file = path.join(env.STREAMSCOPE_HOME, 'prompts.ndjson');
	assert.equal(statSync(file).mode & 0o777, 0o600);

	await using second = await openChat({demo: 'chat', env, home: home.path});
	second.send('Asked in the second chat');
	await second.status('complete');
	for (const text of ['Asked in the second chat', 'A draft that was dropped', 'Asked in the first chat']) {
		second.press('up');
		await shows(second, text);
	}
});

test('with --no-record no prompt is written', async () => {
	using home = temporaryFolder();
	const env = homeIn(home.path);
	await using chat = await openChat({demo: 'chat', args: ['--no-record'], env, home: home.path});
	chat.send('Nobody keeps this');
	await chat.status('complete');
	chat.send('quit');
	await chat.exited;
	assert.equal(existsSync(path.join(env.STREAMSCOPE_HOME, 'prompts.ndjson')), false);
});

test('on a full disk the prompt is sent all the same, and a notice says that it is not kept', {
	skip: existsSync('/dev/full') ? false : 'there is no /dev/full here',
}, async () => {
	using home = temporaryFolder();
	const env = homeIn(home.path);
	mkdirSync(env.STREAMSCOPE_HOME);
	symlinkSync('/dev/full', path.join(env.STREAMSCOPE_HOME, 'prompts.ndjson'));
	await using chat = await openChat({demo: 'chat', env, home: home.path});
	chat.write('A draft');
	await shows(chat, 'A draft');
	chat.press('ctrl+c');
	await chat.frame(({rows}) =>
		rows.join('\n').includes('prompts are not kept for later sessions: the disk is full'),
	);
	chat.send('Hello');
	await chat.status('complete');
	chat.press('up');
	await shows(chat, 'Hello');
	chat.press('up');
	await shows(chat, 'A draft');
});
