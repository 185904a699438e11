import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {gzipSync} from 'node:zlib';
import {readRecording} from '../../source/recording/read-recording.js';
import {serveAnswers} from '../helpers/answering-api.js';
import {type HeldStream, serveHeldStreams} from '../helpers/held-streams.js';
import {type Chat, openChat} from '../helpers/open-chat.js';
import {runProgram, runShell} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {openTerminal} from '../helpers/terminal.js';

const env = {ANTHROPIC_API_KEY: 'sk-ant-test-1234567890'};

const idsIn = (home: string) =>
	readdirSync(path.join(home, 'streamscope', 'sessions'))
		.filter(name => name.endsWith('.ndjson'))
		.map(name => path.basename(name, '.ndjson'))
		.sort();

const leave = async (chat: Chat) => {
	chat.send('quit');
	await chat.exited;
};

/** Says something, calls a tool and ends. */
const answerWithTool = (stream: HeldStream) => {
	stream.start();
	stream.text('I look.');
	stream.event({type: 'content_block_stop', index: 0});
	stream.event({
		type: 'content_block_start',
		index: 1,
		content_block: {type: 'tool_use', id: 'toolu_1', name: 'look', input: {}},
	});
	stream.event({
		type: 'content_block_delta',
		index: 1,
		delta: {type: 'input_json_delta', partial_json: '{"at": "☃"}'},
	});
	stream.event({type: 'content_block_stop', index: 1});
	stream.event({
		type: 'message_delta',
		delta: {stop_reason: 'tool_use', stop_sequence: null},
		usage: {output_tokens: 9},
	});
	stream.event({type: 'message_stop'});
	stream.end();
};

/** Two turns of a chat: a tool call, and an answer that is interrupted. */
const twoTurns = async (chat: Chat, next: () => Promise<HeldStream>) => {
	chat.send('Look');
	answerWithTool(await next());
	await chat.status('waits for tool results');
	await chat.sendEach('/system Be short.', 'Go on');
	const second = await next();
	second.start();
	second.text('It is a snow');
	await chat.frame(({conversation}) => conversation.includes('It is a snow'));
	chat.press('escape');
	await chat.status('interrupted');
};

test('the next request of a resumed session is the one that the first process would have sent', async () => {
	using home = temporaryFolder();
	await using api = await serveHeldStreams();
	const args = [
		'--base-url',
		api.url,
		'--model',
		'claude-of-the-test',
		'--set',
		'metadata.user_id="u"',
		'--beta',
		'a-1',
	];
	await using first = await openChat({args, env, home: home.path});
	await twoTurns(first, api.next);
	first.send('And then?');
	const expected = await api.next();
	expected.refuse(400, '{"type":"error","error":{"type":"invalid_request_error","message":"no"}}');
	await first.status('failed');
	await leave(first);

	const [id = ''] = idsIn(home.path);
	await using second = await openChat({args: ['--base-url', api.url, '--resume', id], env, home: home.path});
	await second.frame(({conversation}) => conversation.includes('It is a snow'));
	second.press('up');
	await second.frame(({rows}) => rows.join('\n').includes('> And then?'));
	second.press('enter');
	const resumed = await api.next();
	assert.deepEqual(resumed.asked, expected.asked);
	resumed.start();
	resumed.text('It melts.');
	resumed.finish();
	await second.status('complete');
	await leave(second);
	assert.deepEqual(idsIn(home.path), [id]);
});

test('what was changed and cleared after the last request counts in a resumed session, and in its copies', async () => {
	using home = temporaryFolder();
	await using api = await serveAnswers();
	const args = ['--base-url', api.url];
	await using first = await openChat({
		args: [...args, '--system', 'One'],
		env,
		home: home.path,
		cwd: home.path,
	});
	first.send('Orchids?');
	await first.frame(({conversation}) => conversation.includes('Answer 1.'));
	first.send('/retry claude-asked-once');
	await first.frame(({conversation}) => conversation.includes('Answer 2.'));
	await first.sendEach(
		'/model claude-of-the-test',
		'/system Two',
		'/max-tokens 3000',
		'/clear',
		'/export recording copy.ndjson',
	);
	await first.frame(({rows}) => rows.join('\n').includes('Written:'));
	await leave(first);

	for (const opening of [['--continue'], ['--resume', 'copy.ndjson']]) {
		await using second = await openChat({args: [...args, ...opening], env, home: home.path, cwd: home.path});
		assert.doesNotMatch((await second.status('resumed where it ended')).conversation, /Orchids/);
		second.send('Whales?');
		await second.frame(({conversation}) => /Whales\? .*Answer/.test(conversation));
		assert.deepEqual(api.asked.at(-1), {
			model: 'claude-of-the-test',
			max_tokens: 3000,
			system: 'Two',
			messages: [{role: 'user', content: 'Whales?'}],
			stream: true,
		});
		await second.sendEach('/clear');
		await leave(second);
	}

	await runProgram(['ask', '--continue', 'Macaws?', '--base-url', api.url], {env, home: home.path});
	assert.deepEqual(api.asked.at(-1)?.messages, [{role: 'user', content: 'Macaws?'}]);
	assert.equal(api.asked.at(-1)?.system, 'Two');
});

test('a second process on the same session is told, and writes into a file of its own', async () => {
	using home = temporaryFolder();
	await using api = await serveAnswers();
	const args = ['--base-url', api.url];
	await using first = await openChat({args, env, home: home.path});
	first.send('One');
	await first.frame(({conversation}) => conversation.includes('Answer 1.'));
	const [id = ''] = idsIn(home.path);
	await using onlooker = await openChat({args: [...args, '--resume', id], env, home: home.path});
	await onlooker.status('open in another process');
	await leave(onlooker);
	assert.deepEqual(idsIn(home.path), [id]);
	assert.match(onlooker.text(), new RegExp(`--resume ${id}`));

	await using second = await openChat({args: [...args, '--resume', id], env, home: home.path});
	const told = await second.status('open in another process');
	assert.doesNotMatch(told.rows[0] ?? '', new RegExp(id));

	second.send('Two');
	await second.frame(({conversation}) => conversation.includes('Answer 2.'));
	first.send('Three');
	await first.frame(({conversation}) => conversation.includes('Answer 3.'));
	await leave(second);
	await leave(first);
	const prompts = await Promise.all(
		idsIn(home.path).map(async name => {
			const file = path.join(home.path, 'streamscope', 'sessions', `${name}.ndjson`);
			const {events, skipped} = await readRecording([readFileSync(file)]);
			assert.deepEqual(skipped, []);
			const requests = events.filter(event => event.type === 'request');
			return requests.map(({body}) => (body as HeldStream['asked']).messages.at(-1)?.content);
		}),
	);
	assert.deepEqual(
		prompts.toSorted(),
		[
			['One', 'Three'],
			['One', 'Two'],
		].toSorted(),
	);
});

test('a session is found by its words and goes on; a fork goes on from an earlier turn in a new one', async () => {
	using home = temporaryFolder();
	await using api = await serveAnswers();
	const args = ['--base-url', api.url];
	for (const prompt of ['Tell me of orchids', 'Tell me of whales']) {
		await using chat = await openChat({args, env, home: home.path});
		chat.send(prompt);
		await chat.status('complete');
		await leave(chat);
	}

	await using chat = await openChat({args: [...args, '--resume'], env, home: home.path});
	await chat.waitFor(/whales[\s\S]*orchids/);
	chat.write('orch');
	await chat.waitFor(() => !chat.text().includes('whales'));
	chat.press('enter');
	await chat.frame(({conversation}) => /orchids .*Answer 1\./.test(conversation));
	chat.send('/title Flowers');
	await chat.frame(({rows}) => rows[0]?.includes('rec ● Flowers') ?? false);
	chat.send('And in winter?');
	await chat.frame(({conversation}) => conversation.includes('Answer 3.'));

	chat.send('/fork 1');
	const forked = await chat.frame(({rows}) => rows[0]?.includes('Flowers (fork)') ?? false);
	assert.match(forked.conversation, /orchids .*Answer 1\.$/);
	chat.send('And in summer?');
	await chat.frame(({conversation}) => conversation.includes('Answer 4.'));
	assert.deepEqual(
		api.asked.at(-1)?.messages.map(message => (message as {content: unknown}).content),
		['Tell me of orchids', [{type: 'text', text: 'Answer 1.'}], 'And in summer?'],
	);

	chat.send('/sessions');
	await chat.waitFor('Search:');
	chat.write('winter flowers orchids');
	// Found by its prompts: the title alone has only one of the words.
	await chat.waitFor(rows => rows.some(row => row.includes('Sessions 1')) && !rows[0]?.includes('searching'));
	chat.write(' tulips');
	await chat.waitFor('No session contains these words.');
	chat.press('escape');
	await chat.frame(({conversation}) => conversation.includes('Answer 4.'));
	await leave(chat);
	assert.equal(idsIn(home.path).length, 3);
	const {stdout} = await runProgram(['sessions'], {home: home.path});
	assert.deepEqual(
		stdout
			.split('\n')
			.slice(1, -1)
			.map(line => line.split(/ {2,}/).at(-1)),
		['Flowers (fork)', 'Flowers', 'Tell me of whales'],
	);
});

test('the chat exports its session as a film too, with a word on what is not in it', async () => {
	using home = temporaryFolder();
	await using api = await serveAnswers();
	await using chat = await openChat({args: ['--base-url', api.url], env, home: home.path, cwd: home.path});
	chat.send('Hello');
	await chat.frame(({conversation}) => conversation.includes('Answer 1.'));
	chat.send('/export cast');
	await chat.frame(({rows}) => /Written: .*\.cast[\s\S]*Left out for privacy/.test(rows.join('\n')));
	const [id = ''] = idsIn(home.path);
	const [header, ...frames] = readFileSync(path.join(home.path, `${id}.cast`), 'utf8')
		.trimEnd()
		.split('\n');
	assert.equal(JSON.parse(header ?? '').version, 2);
	assert.ok(frames.some(frame => /Answer 1\./.test(String(JSON.parse(frame)[2]))));
	await chat.frame(({conversation}) => conversation.includes('Answer 1.'));
	await leave(chat);
});

test('sessions are listed, named, exported and deleted from the command line', async () => {
	using home = temporaryFolder();
	const run = (...args: readonly string[]) => runProgram(['sessions', ...args], {home: home.path});
	assert.equal((await run()).stdout, 'There are no saved sessions yet.\n');
	await using chat = await openChat({demo: 'chat', home: home.path});
	chat.send('Write me a 3 word sentence, without a preamble.');
	await chat.status('complete');
	const [id = ''] = idsIn(home.path);
	const busy = await run('delete', id);
	assert.equal(busy.code, 2);
	assert.match(busy.stderr, /open in another process/);
	await leave(chat);

	await run('rename', id.slice(-4), 'Three', 'words');
	const [listed] = JSON.parse((await run('list', '--json')).stdout) as ReadonlyArray<Record<string, unknown>>;
	assert.deepEqual([listed?.id, listed?.title, listed?.turns, listed?.isOpen], [id, 'Three words', 1, false]);
	const {stdout: markdown, stderr: notes} = await run('export', id);
	assert.match(markdown, /^# Three words\n[\s\S]*without a preamble\.[\s\S]*Cats meow loudly\./);
	assert.match(notes, /Left out for privacy/);
	const redacted = await run('export', id, '--to', 'jsonl', '--redact', '--exchange', '1');
	assert.match(redacted.stdout, /"text":"x+"/);
	assert.doesNotMatch(redacted.stdout, /Rivers/);
	const film = await run('export', id, '--to', 'cast', '--redact');
	assert.match(film.stdout, /replay …/);
	assert.doesNotMatch(film.stdout, new RegExp(`Three words|Rivers|${id}`));
	assert.equal((await run('export', id, '--exchange', '7')).code, 2);
	assert.equal((await run('export', id, '--to', 'pdf')).code, 2);

	const {stdout: file} = await run('path', id);
	assert.equal(path.basename(file.trim()), `${id}.ndjson`);
	assert.equal((await run('delete', id)).code, 0);
	assert.deepEqual(idsIn(home.path), []);
	assert.equal((await run('path', id)).code, 2);
});

test('what is no stream is not exported, and the reason is said', async () => {
	using folder = temporaryFolder();
	const contents: ReadonlyArray<readonly [string, string | Uint8Array, RegExp]> = [
		['text', 'Hello.\n', /text without the lines of a stream/],
		['packed', gzipSync('Hello.\n'), /text without the lines of a stream/],
		['utf-16', Buffer.from('\uFEFFHello.\n', 'utf16le'), /begins with "Hello\."/],
		['empty', '', /has no events/],
		['broken.har', '{"log":{"entries":[{"request"', /JSON is broken/],
		['empty.har', '{"log":{"entries":[]}}', /no message requests/],
	];
	for (const [name, content, reason] of contents) {
		const file = path.join(folder.path, name);
		writeFileSync(file, content);
		const {code, stdout, stderr} = await runProgram(['sessions', 'export', file]);
		assert.deepEqual([code, stdout], [2, ''], name);
		assert.match(
			stderr,
			new RegExp(`^streamscope: There is nothing to export in ${name}\\.\\n.*${reason.source}`),
		);
	}

	const {stderr} = await runProgram(['sessions', 'export', folder.path]);
	assert.match(stderr, /^streamscope: .* is a folder\.\n/);
});

test('where the sessions are not to be had, and where nothing can be written, a line says so', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'raw');
	writeFileSync(file, 'data: {"type":"ping"}\n\n');
	for (const args of ['sessions', 'sessions export 1234', 'ask --continue Hi', 'ask --resume 1234 Hi']) {
		const {code, stderr} = await runProgram(args.split(' '), {env: {STREAMSCOPE_HOME: file}});
		assert.equal(code, 2);
		assert.match(
			stderr,
			/^streamscope: Cannot read the sessions: part of the path is not a folder\.\n[^\n]*\n$/,
		);
	}

	for (const format of existsSync('/dev/full') ? ['md', 'sse', 'cast'] : []) {
		const {code, stderr} = await runShell(`streamscope sessions export ${file} --to ${format} > /dev/full`);
		assert.equal(code, 1);
		assert.match(stderr, /^streamscope: cannot write [a-z ]*: the disk is full\n$/);
	}
});

test('the list of sessions says where it is empty, and where the terminal is too small', async () => {
	using home = temporaryFolder();
	const none = openTerminal({args: ['--resume'], home: home.path});
	await using _ = none;
	assert.equal((await none.exited).code, 2);
	assert.match(none.text(), /There are no saved sessions yet/);

	const sessions = path.join(home.path, 'streamscope', 'sessions');
	mkdirSync(sessions, {recursive: true});
	writeFileSync(path.join(sessions, 'a.ndjson'), '{"type":"recording"}\n');
	await using list = await openChat({args: ['--resume'], home: home.path});
	await list.waitFor('There are no saved sessions yet.');
	list.resize(30, 2);
	await list.waitFor('30×2');
	list.resize(100, 20);
	await list.waitFor('There are no saved sessions yet.');
	list.press('escape');
	assert.equal((await list.exited).code, 0);
});
