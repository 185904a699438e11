import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {after, test} from 'node:test';
import {serveAnswers} from '../helpers/answering-api.js';
import {type Chat, type ChatFrame, openChat} from '../helpers/open-chat.js';
import {runProgram} from '../helpers/run-program.js';
import {pdf, png} from '../helpers/sample-files.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const api = await serveAnswers();
after(() => api[Symbol.asyncDispose]());

const picture = png(640, 480, 48_000);
const paper = pdf();

/** A git repository with a picture, a PDF and a text, and a home folder beside it. */
const openFolder = () => {
	const folder = temporaryFolder();
	const place = (name: string) => path.join(folder.path, 'work', name);
	mkdirSync(place('out'), {recursive: true});
	execFileSync('git', ['init'], {cwd: place('.'), stdio: 'ignore'});
	writeFileSync(place('chart.png'), picture);
	writeFileSync(place('my paper (1).pdf'), paper);
	writeFileSync(place('notes.txt'), 'Grüße\n');
	writeFileSync(place('game.bin'), Buffer.from([0, 1, 2, 255]));
	writeFileSync(place('out/chart-built.png'), picture);
	writeFileSync(place('.gitignore'), 'out\n');
	return Object.assign(folder, {place, home: path.join(folder.path, 'home')});
};

const openIn = (
	{place, home}: Pick<ReturnType<typeof openFolder>, 'place' | 'home'>,
	options: Parameters<typeof openChat>[0] = {},
) =>
	openChat({
		cwd: place('.'),
		home,
		...options,
		args: ['--base-url', api.url, ...(options.args ?? [])],
		env: {ANTHROPIC_API_KEY: 'test-key', ...options.env},
	});

const promptOf = ({panes}: ChatFrame) => (panes.at(-1)?.rows ?? []).join('\n');
/** Does something that sends a request, and waits for its answer. */
const answered = (chat: Chat, send: () => void) => {
	const number = api.asked.length + 1;
	send();
	return chat.frame(({conversation}) => conversation.includes(`Answer ${number}.`));
};
const lastMessage = () => api.asked.at(-1)?.messages.at(-1);

const base64 = (type: string, mediaType: string, bytes: Buffer, more = {}) => ({
	type,
	source: {type: 'base64', media_type: mediaType, data: bytes.toString('base64')},
	...more,
});
const pictureBlock = base64('image', 'image/png', picture);
const paperBlock = base64('document', 'application/pdf', paper, {title: 'my paper (1).pdf'});

test('pasted paths of a PNG and a PDF reach the body byte for byte, and are chips in prompt, conversation and history', async () => {
	using folder = openFolder();
	await using chat = await openIn(folder);
	chat.write('Compare ');
	chat.paste(`'${folder.place('my paper (1).pdf')}' ${folder.place('chart.png')}`);
	chat.write('with each other');
	const typed = await chat.frame(frame => promptOf(frame).includes('[chart.png 48.0 kB]'));
	assert.equal(
		promptOf(typed),
		`> Compare [my paper (1).pdf ${paper.length} B] [chart.png 48.0 kB] with each other`,
	);
	const {conversation} = await answered(chat, () => chat.press('enter'));
	assert.deepEqual(lastMessage(), {
		role: 'user',
		content: [
			{type: 'text', text: 'Compare'},
			paperBlock,
			pictureBlock,
			{type: 'text', text: 'with each other'},
		],
	});
	assert.match(conversation, /You Compare \[my paper \(1\)\.pdf \d+ B\] \[PNG 48\.0 kB\] with each other/);
	chat.press('up');
	await chat.frame(frame => promptOf(frame).includes('Compare [my paper (1).pdf'));
	await answered(chat, () => chat.press('enter'));
	assert.equal(api.asked.at(-1)?.messages.length, 3);
	assert.deepEqual(lastMessage(), api.asked.at(-2)?.messages.at(-1));
});

test('a path that is pasted together with Enter is a file before it is sent', async () => {
	using folder = openFolder();
	await using chat = await openIn(folder);
	const url = `file://${folder.place('chart.png')}`;
	await answered(chat, () => chat.write(`\u001B[200~${url}\u001B[201~What is it?\r`));
	assert.deepEqual(lastMessage(), {
		role: 'user',
		content: [pictureBlock, {type: 'text', text: 'What is it?'}],
	});
});

test('@ lists the files that git does not ignore, and attaches the chosen one', async () => {
	using folder = openFolder();
	await using chat = await openIn(folder);
	chat.write('See @');
	const listed = await chat.frame(frame => promptOf(frame).includes('› .gitignore'));
	assert.match(promptOf(listed), /chart\.png/);
	assert.doesNotMatch(promptOf(listed), /chart-built/);
	chat.write('notes');
	await chat.frame(frame => promptOf(frame).includes('› notes.txt'));
	chat.press('enter');
	await chat.frame(frame => promptOf(frame) === '> See [notes.txt 8 B]');
	chat.press('backspace', 'backspace');
	await chat.frame(frame => promptOf(frame) === '> See');
	chat.press('ctrl+_');
	await chat.frame(frame => promptOf(frame).startsWith('> See [notes.txt 8 B]'));
	await answered(chat, () => chat.press('enter'));
	const text = {type: 'text', media_type: 'text/plain', data: 'Grüße\n'};
	assert.deepEqual(lastMessage(), {
		role: 'user',
		content: [
			{type: 'text', text: 'See'},
			{type: 'document', source: text, title: 'notes.txt'},
		],
	});
});

test('/attach says what cannot be sent and why, and a resumed session shows the files and sends them again', async () => {
	using folder = openFolder();
	const record = path.join(folder.path, 'session.ndjson');
	await using chat = await openIn(folder, {args: ['--record', record]});
	chat.send('/attach game.bin');
	await chat.frame(frame => /game\.bin is no picture, PDF or text\. The API takes/.test(promptOf(frame)));
	chat.press('ctrl+u');
	chat.send('/attach my paper (1).pdf');
	await chat.frame(frame => promptOf(frame).startsWith('> [my paper (1).pdf'));
	await answered(chat, () => chat.press('enter'));
	assert.deepEqual(lastMessage(), {role: 'user', content: [paperBlock]});
	await chat.close();

	const label = /You \[my paper \(1\)\.pdf \d+ B\]/;
	await using resumed = await openIn(folder, {args: ['--resume', record]});
	await resumed.frame(({conversation}) => label.test(conversation));
	await answered(resumed, () => resumed.send('/retry'));
	assert.deepEqual(lastMessage(), {role: 'user', content: [paperBlock]});
});

test('Ctrl+V attaches the picture on the clipboard', async () => {
	using folder = openFolder();
	const tools = path.join(folder.path, 'tools');
	mkdirSync(tools);
	const tool = path.join(tools, 'wl-paste');
	writeFileSync(tool, `#!/bin/sh\nexec cat '${folder.place('chart.png')}'\n`);
	chmodSync(tool, 0o755);
	await using chat = await openIn(folder, {
		env: {WAYLAND_DISPLAY: 'wayland-0', PATH: `${tools}${path.delimiter}${process.env.PATH}`},
	});
	chat.write('Look: ');
	chat.press('ctrl+v');
	await chat.frame(frame => promptOf(frame) === '> Look: [clipboard 48.0 kB]');
	await answered(chat, () => chat.press('enter'));
	assert.deepEqual(lastMessage(), {role: 'user', content: [{type: 'text', text: 'Look:'}, pictureBlock]});
});

test('a queued prompt shows its files, and has them again when the answer is stopped', async () => {
	using folder = openFolder();
	await using chat = await openChat({demo: 'chat', speed: 1, cwd: folder.place('.'), home: folder.home});
	chat.send('Hello');
	await chat.frame(({events}) => events.includes('content_block_delta'));
	chat.paste(folder.place('chart.png'));
	chat.write('What is it?\r');
	await chat.frame(frame => promptOf(frame).includes('queued (↑ edits) › [chart.png 48.0 kB] What is it?'));
	chat.press('escape');
	await chat.frame(frame => promptOf(frame) === '> [chart.png 48.0 kB] What is it?');
});

test('ask sends the same blocks', async () => {
	using folder = openFolder();
	const {code} = await runProgram(
		['ask', '--file', 'my paper (1).pdf', '--file', 'chart.png', '--base-url', api.url, 'Compare'],
		{cwd: folder.place('.'), env: {ANTHROPIC_API_KEY: 'test-key'}},
	);
	assert.equal(code, 0);
	assert.deepEqual(lastMessage(), {
		role: 'user',
		content: [paperBlock, pictureBlock, {type: 'text', text: 'Compare'}],
	});
});
