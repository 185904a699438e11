import assert from 'node:assert/strict';
import {once} from 'node:events';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {text} from 'node:stream/consumers';
import {test} from 'node:test';
import {parseSse} from '../../source/wire/parse-sse.js';
import {serve, writeStream} from '../helpers/capture-server.js';
import {serveHeldStreams} from '../helpers/held-streams.js';
import {runProgram, runShell, startProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {openTerminal} from '../helpers/terminal.js';

const lesson = 'Write me a 3 word sentence, without a preamble.';
const key = 'sk-ant-test-do-not-show-1234567890';
const demo = ['--demo', '--demo-speed', 'max'];
const live = {ANTHROPIC_API_KEY: key};

test('the answer and nothing else on stdout, a summary on stderr, code 0', async () => {
	const {code, stdout, stderr} = await runProgram(['ask', ...demo, ...lesson.split(' ')]);
	assert.deepEqual([code, stdout], [0, 'Cats meow loudly.\n']);
	assert.match(
		stderr,
		/^claude-haiku-5-5 · end_turn · TTFT [\d.]+ m?s · total .*in \d+ out \d+ tokens · \$[\d.]+\n$/,
	);
});

test('--quiet leaves stderr empty', async () => {
	const {code, stderr} = await runProgram(['ask', ...demo, '--quiet', lesson]);
	assert.deepEqual([code, stderr], [0, '']);
});

test('without a credential the demo answers, and says so', async () => {
	const {code, stdout, stderr} = await runProgram(['ask', '--demo-speed', 'max', lesson]);
	assert.deepEqual([code, stdout], [0, 'Cats meow loudly.\n']);
	assert.match(stderr, /^No credential found, so the embedded demo answers\.\n/);
});

test('the question may stand on standard input, and plain streamscope between pipes takes it too', async () => {
	for (const args of [['ask', ...demo], [...demo]]) {
		const {code, stdout} = await runProgram(args, {input: `${lesson}\n`});
		assert.deepEqual([code, stdout], [0, 'Cats meow loudly.\n']);
	}
});

test('what stands on standard input beside a question is its material, files come first', async () => {
	await using api = await serveHeldStreams();
	using folder = temporaryFolder();
	const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
	writeFileSync(path.join(folder.path, 'dot.png'), png);
	writeFileSync(path.join(folder.path, 'notes.md'), '# Notes');
	const args = ['ask', '--base-url', api.url, '--file', 'dot.png', '--file', 'notes.md', 'What is it?'];
	const run = runProgram(args, {input: 'a b c\n', env: live, cwd: folder.path});
	const stream = await api.next();
	assert.deepEqual(stream.asked.messages, [
		{
			role: 'user',
			content: [
				{type: 'image', source: {type: 'base64', media_type: 'image/png', data: png.toString('base64')}},
				{
					type: 'document',
					source: {type: 'text', media_type: 'text/plain', data: '# Notes'},
					title: 'notes.md',
				},
				{type: 'text', text: 'a b c'},
				{type: 'text', text: 'What is it?'},
			],
		},
	]);
	stream.start();
	stream.finish();
	assert.equal((await run).code, 0);
});

test('text is printed as it comes', async () => {
	await using api = await serveHeldStreams();
	const child = startProgram(['ask', '--base-url', api.url, 'Hi'], {env: live});
	const stream = await api.next();
	stream.start();
	for (const words of ['Cats', ' meow', ' loudly']) {
		const printed = once(child.stdout, 'data');
		stream.text(words);
		assert.equal(String((await printed)[0]), words);
	}

	const rest = text(child.stdout);
	stream.finish();
	assert.equal(await rest, '\n');
});

test('Ctrl+C: what had come is printed, the request is given up, code 130', async () => {
	await using api = await serveHeldStreams();
	const child = startProgram(['ask', '--base-url', api.url, 'Hi'], {env: live});
	const stderr = text(child.stderr);
	const stream = await api.next();
	stream.start();
	// All of it from the beginning: the rest may come before the connection is seen to close.
	let printed = '';
	child.stdout.on('data', bytes => {
		printed += String(bytes);
	});
	const first = once(child.stdout, 'data');
	stream.text('Cats');
	await first;
	assert.equal(printed, 'Cats');
	child.kill('SIGINT');
	const [[code]] = await Promise.all([once(child, 'close'), stream.closed]);
	assert.deepEqual([code, printed, await stderr], [130, 'Cats\n', 'Interrupted.\n']);
});

test('a reader that has had enough ends the exchange quietly', async () => {
	const {stdout, stderr} = await runShell(
		'{ streamscope ask --demo long --demo-speed max go; echo "code $?" >&2; } | head -c 5',
	);
	assert.equal(stdout.length, 5);
	assert.equal(stderr, 'code 0\n');
});

test('a closed stdout is nobody’s fault', async () => {
	const closed = await runShell(`streamscope ask --demo --demo-speed max "${lesson}" >&-`);
	assert.equal(closed.code, 0);
});

test('an error is told in words, with what the server said; code 1', async () => {
	await using server = await serve(response => {
		response.writeHead(400, {'content-type': 'application/json', 'request-id': 'req_bad'});
		const error = {type: 'invalid_request_error', message: 'max_tokens: too large'};
		response.end(JSON.stringify({type: 'error', error}));
	});
	const {code, stdout, stderr} = await runProgram(['ask', '--base-url', server.url, 'Hi'], {env: live});
	assert.deepEqual([code, stdout], [1, '']);
	assert.equal(stderr, 'The API refused the request: max_tokens: too large (status 400, req_bad)\n');
});

test('retries are told of', async () => {
	const {code, stderr} = await runProgram(['ask', '--demo', 'rate-limited', '--demo-speed', 'max', 'Hi']);
	assert.equal(code, 0);
	assert.match(stderr, /^Attempt 2: the previous one got status 429\.\n/);
});

test('a cut-off stream fails with what had come; --json prints it too', async () => {
	const args = ['ask', '--demo', 'cut-off', '--demo-speed', 'max', 'Hi'];
	const plain = await runProgram(args);
	assert.equal(plain.code, 1);
	assert.match(plain.stdout, /^You wrote:/);
	assert.match(plain.stderr, /^The connection was lost in mid-stream/);
	const json = await runProgram([...args, '--json']);
	assert.equal(json.code, 1);
	assert.match(JSON.parse(json.stdout).content[0].text, /^You wrote:/);
});

test('--events prints the lines of a recording, which inspect reads; --record writes the same', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'one.ndjson');
	const {code, stdout} = await runProgram(['ask', ...demo, '--events', '--record', file, lesson]);
	assert.equal(code, 0);
	const lines = stdout
		.trim()
		.split('\n')
		.map(line => JSON.parse(line));
	assert.deepEqual(
		lines.map(({type}) => type).filter((type, index, all) => type !== all[index - 1]),
		['recording', 'request', 'response', 'sse', 'end'],
	);
	assert.equal(lines.at(-1).message.content[0].text, 'Cats meow loudly.');
	assert.deepEqual(readFileSync(file, 'utf8').split('\n').slice(1), stdout.split('\n').slice(1));
	const inspected = await runProgram(['inspect', '--strict', '--quiet'], {input: stdout});
	assert.deepEqual([inspected.code, inspected.stdout], [0, '✓ -: valid\n']);
});

test('--raw prints the bytes as they came', async () => {
	const body = `: héllo\n\nevent: ping\r\ndata: {"type": "ping"}\n\n${'event: x\ndata:1\n\n'.repeat(200)}`;
	await using server = await serve(response => writeStream(response, body, 7));
	const {stdout} = await runProgram(['ask', '--raw', '--base-url', server.url, 'Hi'], {env: live});
	assert.equal(stdout, body);
	assert.ok(parseSse(stdout).length > 200);
});

test('--no-stream and streaming give the same message; --json prints it', async () => {
	const run = async (...flags: string[]) => runProgram(['ask', ...demo, '--json', ...flags, lesson]);
	const [streamed, whole] = [await run(), await run('--no-stream')];
	const {id: _, ...message} = JSON.parse(streamed.stdout);
	const {id: __, ...other} = JSON.parse(whole.stdout);
	assert.deepEqual(other, message);
	assert.equal(message.content[0].text, 'Cats meow loudly.');
	assert.doesNotMatch(whole.stderr, /TTFT/);
	const plain = await runProgram(['ask', ...demo, '--no-stream', lesson]);
	assert.equal(plain.stdout, 'Cats meow loudly.\n');
});

test('wrong usage is code 2, and names what to do', async () => {
	const cases: ReadonlyArray<readonly [readonly string[], RegExp]> = [
		[['ask'], /nothing to ask/],
		[['ask', '   '], /nothing to ask/],
		[['ask', '--raw', '--json', 'Hi'], /--raw and --json cannot be combined/],
		[['ask', '--file', 'nowhere.png', 'Hi'], /Cannot read .*nowhere\.png/],
		...(existsSync('/dev/zero')
			? [
					[
						['ask', '--file', '/dev/zero', 'Hi'],
						/^streamscope: \/dev\/zero is a device, not a file\.\n/,
					] as const,
				]
			: []),
		[
			['ask', '--continue', 'Hi'],
			/no saved sessions yet\.\nChats are saved\. A question is saved only with --record FILE/,
		],
		[['ask', '--resume', '1234', 'Hi'], /No file or session is called "1234"/],
		[[], /nothing to ask/],
	];
	for (const [args, message] of cases) {
		const {code, stdout, stderr} = await runProgram(args);
		assert.deepEqual([args, code, stdout], [args, 2, '']);
		assert.match(stderr, message);
	}

	const binary = await runProgram(['ask', 'Hi'], {input: Buffer.from([0xff, 0xfe, 0, 1])});
	assert.equal(binary.code, 2);
});

test('--continue and --resume go on with a session, and append to its file', async () => {
	await using api = await serveHeldStreams();
	using home = temporaryFolder();
	const folder = path.join(home.path, 'streamscope', 'sessions');
	mkdirSync(folder, {recursive: true});
	const ask = async (...args: string[]) => {
		const run = runProgram(['ask', '--base-url', api.url, ...args], {env: live, home: home.path});
		const stream = await api.next();
		stream.start();
		stream.text(`Answer to ${args.at(-1)}.`);
		stream.finish();
		assert.equal((await run).code, 0);
		return stream.asked.messages;
	};

	const file = path.join(folder, '2026-11-22-1512-3fa9.ndjson');
	await ask('--record', file, 'one');
	const said = [
		{role: 'user', content: 'one'},
		{role: 'assistant', content: [{type: 'text', text: 'Answer to one.'}]},
	];
	assert.deepEqual(await ask('--continue', 'two'), [...said, {role: 'user', content: 'two'}]);
	assert.equal((await ask('--resume', '3fa9', 'three')).length, 5);
	assert.deepEqual(readdirSync(folder), ['2026-11-22-1512-3fa9.ndjson']);
	const inspected = await runProgram(['inspect', '--json', file]);
	const {exchanges} = JSON.parse(inspected.stdout).files[0];
	assert.equal(exchanges.length, 3);
	assert.ok(!readFileSync(file, 'utf8').includes(key));
});

test('a terminal shows control sequences, a pipe gets them as they came', async () => {
	const args = ['ask', '--demo', 'hostile', '--demo-speed', 'max', '--quiet', 'Hi'];
	const piped = await runProgram(args);
	assert.ok(piped.stdout.includes('\u001b'));
	await using terminal = openTerminal({args, columns: 100, rows: 60});
	await terminal.waitFor(() => terminal.text().includes('␛'));
	await terminal.exited;
	assert.ok(!terminal.raw().includes('\u001b'), JSON.stringify(terminal.raw()));
});
