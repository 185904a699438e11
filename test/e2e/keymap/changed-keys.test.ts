import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {openChat} from '../../helpers/open-chat.js';
import {richRecording} from '../../helpers/rich-recording.js';
import {focusOf, playheadOf, promptWithCursor} from '../../helpers/screen-facts.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

/** A home whose config file says these keys, with the recording in it. */
const homeWithKeys = (keys: Readonly<Record<string, string | readonly string[]>>) => {
	const folder = temporaryFolder();
	const file = path.join(folder.path, 'keys.ndjson');
	mkdirSync(path.join(folder.path, 'streamscope'));
	writeFileSync(path.join(folder.path, 'streamscope', 'config.json'), JSON.stringify({keys}));
	writeFileSync(file, richRecording());
	return {...folder, file, [Symbol.dispose]: () => folder[Symbol.dispose]()};
};

const keys = {killToStart: 'ctrl+x', toggleZoom: ['w', 'W'], stepBack: '_'};

test('keys of the config file count in the chat, in the prompt and in the panes, and those before do not', async () => {
	using home = homeWithKeys(keys);
	await using chat = await openChat({args: ['--no-record', '--resume', home.file], home: home.path});
	const shows = (text: string) => chat.frame(frame => promptWithCursor(chat, frame) === text);
	chat.write('one two');
	chat.press('left', 'ctrl+u');
	chat.write('!');
	await shows('one tw!|o');
	chat.press('ctrl+x');
	await shows('|o');

	chat.press('shift+tab');
	await chat.frame(frame => focusOf(frame) === 'Message');
	chat.press('w');
	await chat.frame(frame => frame.panes.length === 2);
	chat.press('W');
	await chat.frame(frame => frame.panes.length === 4);
	for (const key of ['z', ',']) {
		// A key without an action writes.
		chat.press(key);
		await shows(`${key}|o`);
		chat.press('ctrl+x');
		await shows('|o');
		chat.press('shift+tab');
		await chat.frame(frame => focusOf(frame) === 'Message');
	}

	chat.press('_');
	const stepped = await chat.frame(frame => playheadOf(frame) !== 'live');
	assert.equal(playheadOf(stepped), '112/113');
	assert.equal(stepped.panes.length, 4);
	chat.press('f1');
	await chat.frame(frame => focusOf(frame) === 'Keys');
	chat.write('zoom');
	await chat.frame(({rows}) => /w W +zoom this pane/.test(rows.join('\n')));
});

test('keys of the config file count in the player, and those before do not', async () => {
	using home = homeWithKeys(keys);
	await using player = await openChat({
		args: ['replay', '--paused', '--from', '9', home.file],
		home: home.path,
	});
	await player.frame(frame => playheadOf(frame) === '9/113');
	player.press('z', ',', '_');
	const stepped = await player.frame(frame => playheadOf(frame) !== '9/113');
	assert.equal(playheadOf(stepped), '8/113');
	assert.equal(stepped.panes.length, 3);
	player.press('w');
	await player.frame(frame => frame.panes.length === 1);
	player.press('f1');
	await player.frame(frame => focusOf(frame) === 'Keys');
	player.write('zoom this');
	await player.frame(({rows}) => /w W +zoom this pane/.test(rows.join('\n')));
});
