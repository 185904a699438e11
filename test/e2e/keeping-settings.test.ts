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

test('a change counts for now and says so in a frame of 80×24, and Ctrl+S keeps it and leaves what is typed', async () => {
	using home = temporaryFolder();
	const env = {STREAMSCOPE_HOME: path.join(home.path, 'data')};
	await using chat = await openChat({demo: 'chat', env, home: home.path, columns: 80, rows: 24});
	chat.write('/theme ');
	await chat.frame(({rows}) => rows.some(row => /current/.test(row)));
	chat.press('down');
	chat.press('enter');
	await chat.frame(({rows}) =>
		rows.join('\n').includes('→ The theme is dark. Ctrl+S keeps the theme for the next start.'),
	);
	chat.write('hel');
	chat.press('f3');
	await chat.status('Ctrl+S keeps this layout');
	chat.press('ctrl+s');
	await chat.status('Kept in ~/data/config.json: log is half.');
	chat.write('lo');
	await chat.frame(({rows}) => rows.some(row => row.startsWith('> hello')));
	chat.press('ctrl+s');
	await chat.status('Kept in ~/data/config.json: theme is dark.');
	const file = path.join(env.STREAMSCOPE_HOME, 'config.json');
	assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), {log: 'half', theme: 'dark'});
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
