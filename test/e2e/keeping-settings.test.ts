import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {openChat} from '../helpers/open-chat.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('a setting that was kept counts at the next start, and /config says where it comes from', async () => {
	using home = temporaryFolder();
	const env = {STREAMSCOPE_HOME: path.join(home.path, 'data')};
	const file = path.join(env.STREAMSCOPE_HOME, 'config.json');
	await using first = await openChat({demo: 'chat', env, home: home.path});
	first.send('/theme light save');
	await first.frame(({rows}) => rows.join('\n').includes('The theme is light. Kept in'));
	first.send('/config markdown false');
	await first.frame(({rows}) => rows.join('\n').includes('markdown is false.'));
	first.send('quit');
	await first.exited;
	assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), {theme: 'light', markdown: false});
	assert.equal(statSync(file).mode & 0o777, 0o600);

	await using second = await openChat({demo: 'chat', env, home: home.path});
	await second.sendEach('/max-tokens 5000', '/config');
	await second.frame(({rows}) => rows.some(row => /maxTokens\s+5000 · this chat/.test(row)));
	second.write('theme');
	await second.frame(({rows}) => rows.some(row => /theme\s+light · config file/.test(row)));
});

test('a broken config file is not overwritten by a chat that is open', async () => {
	using home = temporaryFolder();
	const env = {STREAMSCOPE_HOME: path.join(home.path, 'data')};
	const file = path.join(env.STREAMSCOPE_HOME, 'config.json');
	await using chat = await openChat({demo: 'chat', env, home: home.path});
	assert.equal(existsSync(file), false);
	mkdirSync(env.STREAMSCOPE_HOME, {recursive: true});
	writeFileSync(file, '{"theme": "dark",}');
	chat.send('/theme light save');
	await chat.frame(({rows}) => /is not JSON: line 1, column 18/.test(rows.join('\n')));
	assert.equal(readFileSync(file, 'utf8'), '{"theme": "dark",}');
});

test('a thinking budget above the maximum is named at once', async () => {
	await using chat = await openChat({demo: 'chat'});
	chat.send('/thinking 9000');
	await chat.frame(({rows}) => /thinking budget/.test(rows.join(' ').replaceAll(/\s+/g, ' ')));
});
