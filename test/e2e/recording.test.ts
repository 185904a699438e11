import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {readRecording} from '../../source/recording/read-recording.js';
import {serveAnswers} from '../helpers/answering-api.js';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {openChat} from '../helpers/open-chat.js';
import {runProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const key = 'sk-ant-test-do-not-keep-1234567890';
const env = {ANTHROPIC_API_KEY: key};

const sessionFilesIn = (home: string) => {
	const folder = path.join(home, 'streamscope', 'sessions');
	return existsSync(folder)
		? readdirSync(folder)
				.filter(name => name.endsWith('.ndjson'))
				.map(name => path.join(folder, name))
		: [];
};

test('after kill -9 in mid-stream what had come is on the disk, and the session goes on with it', async () => {
	using home = temporaryFolder();
	await using api = await serveHeldStreams();
	const args = ['--base-url', api.url];
	await using killed = await openChat({args, env, home: home.path});
	killed.send('Tell me everything');
	const first = await api.next();
	first.start();
	first.text('Everything begins with');
	await killed.frame(({conversation}) => conversation.includes('Everything begins with'));
	killed.kill('SIGKILL');
	await killed.exited;

	const [file = ''] = sessionFilesIn(home.path);
	const cut = await readRecording([readFileSync(file)]);
	assert.deepEqual(cut.skipped, []);
	assert.equal(cut.events.at(-1)?.type, 'sse');

	await using chat = await openChat({args: [...args, '--continue'], env, home: home.path});
	await chat.frame(({conversation}) => /Everything begins with .*Interrupted/.test(conversation));
	chat.send('Go on');
	const second = await api.next();
	assert.deepEqual(second.asked.messages, [
		{role: 'user', content: 'Tell me everything'},
		{role: 'assistant', content: [{type: 'text', text: 'Everything begins with'}]},
		{role: 'user', content: 'Go on'},
	]);
	second.start();
	second.text('a small dot.');
	second.finish();
	await chat.status('complete');
	chat.send('quit');
	await chat.exited;
	assert.match(chat.text(), new RegExp(`streamscope --resume ${path.basename(file, '.ndjson')}`));

	const whole = await readRecording([readFileSync(file)]);
	assert.deepEqual(whole.events.slice(0, cut.events.length), cut.events);
	assert.deepEqual(
		whole.events.filter(({type}) => type === 'end').map(({exchange}) => exchange),
		[1, 2],
	);
	const times = whole.events.map(({at}) => at);
	assert.deepEqual(
		times,
		times.toSorted((a, b) => a - b),
	);
	assert.deepEqual(sessionFilesIn(home.path), [file]);
});

test('an answer that is left in its middle has its end in the recording', async () => {
	await using api = await serveHeldStreams();
	await using chat = await openChat({args: ['--base-url', api.url], env});
	chat.send('Hello');
	const stream = await api.next();
	stream.start();
	stream.text('Hi');
	await chat.frame(({conversation}) => conversation.includes('Hi'));
	chat.press('ctrl+c', 'ctrl+c');
	await chat.exited;
	const [file = ''] = sessionFilesIn(chat.home);
	const {events} = await readRecording([readFileSync(file)]);
	assert.deepEqual(events.at(-1)?.type === 'end' && events.at(-1), {
		type: 'end',
		at: events.at(-1)?.at,
		exchange: 1,
		outcome: 'aborted',
		error: null,
		message: null,
	});
});

test('no byte that a run leaves behind holds the key, not even where the server sends it back', async () => {
	using home = temporaryFolder();
	await using api = await serveHeldStreams();
	const args = ['--base-url', api.url];
	await using chat = await openChat({args, env, home: home.path, cwd: home.path});
	chat.send(`Is ${key} my key?`);
	const first = await api.next();
	first.refuse(401, `{"type":"error","error":{"type":"authentication_error","message":"bad key ${key}"}}`, {
		'set-cookie': 'session=do-not-keep-this-cookie',
	});
	await chat.status('failed');
	chat.send('Hello');
	const second = await api.next();
	second.start();
	second.text(`Your key is ${key}.`);
	second.finish();
	await chat.status('complete');
	chat.send('/export recording');
	await chat.frame(({rows}) => rows.join('\n').includes('Written:'));
	chat.send('quit');
	await chat.exited;

	const files = readdirSync(home.path, {recursive: true, withFileTypes: true})
		.filter(entry => entry.isFile())
		.map(({parentPath, name}) => path.join(parentPath, name));
	// The session, its export, and the prompts of all sessions.
	assert.equal(files.filter(file => file.endsWith('.ndjson')).length, 3);
	assert.ok(files.every(file => !readFileSync(file, 'latin1').includes(key)));
	for (const file of files) {
		assert.ok(!readFileSync(file, 'latin1').includes('do-not-keep'), file);
	}
});

test('a disk that is full does not stop the chat, which keeps saying so', async () => {
	await using api = await serveAnswers();
	await using chat = await openChat({args: ['--base-url', api.url, '--record', '/dev/full'], env});
	for (const number of [1, 2]) {
		chat.send(`Question ${number}`);
		const frame = await chat.frame(
			({conversation, status}) => conversation.includes(`Answer ${number}.`) && status.includes('complete'),
		);
		assert.match(frame.rows[0] ?? '', /rec ✗ the disk is full · \d+ lines wait/);
	}

	chat.send('quit');
	await chat.exited;
	assert.match(chat.text(), /Nothing was recorded: the disk is full/);
});

test('a folder that cannot be made does not stop the chat either', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'file');
	writeFileSync(file, '');
	await using chat = await openChat({demo: 'chat', env: {STREAMSCOPE_HOME: file}});
	chat.send('Hello');
	const frame = await chat.status('complete');
	assert.match(frame.rows[0] ?? '', /rec ✗ /);
});

test('--no-record keeps nothing, and --record writes where it is told', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'chosen.ndjson');
	await using silent = await openChat({demo: 'chat', args: ['--no-record']});
	await using chat = await openChat({demo: 'chat', args: ['--record', file]});
	for (const one of [silent, chat]) {
		one.send('Write me a 3 word sentence, without a preamble.');
	}

	const frame = await silent.status('complete');
	assert.match(frame.rows[0] ?? '', /not recorded\s*$/);
	assert.deepEqual(sessionFilesIn(silent.home), []);

	await chat.status('complete');
	chat.send('quit');
	await chat.exited;
	assert.deepEqual(sessionFilesIn(chat.home), []);
	const {header, events} = await readRecording([readFileSync(file)]);
	assert.equal(header?.mode, 'demo');
	assert.equal(events.at(-1)?.type, 'end');
});

test('a question whose recording cannot be written says so and fails, though the answer came', async () => {
	using folder = temporaryFolder();
	const nowhere = path.join(folder.path, 'no', 'such.ndjson');
	for (const [file, reason] of [
		[nowhere, 'there is no such folder'],
		...(existsSync('/dev/full') ? [['/dev/full', 'the disk is full'] as const] : []),
	] as const) {
		const {code, stdout, stderr} = await runProgram([
			'ask',
			'--demo',
			'chat',
			'--demo-speed',
			'max',
			'--record',
			file,
			'Hello',
		]);
		assert.equal(code, 1);
		assert.notEqual(stdout, '');
		assert.ok(stderr.includes(`The recording ${file} was not written: ${reason}.\n`), stderr);
	}
});
