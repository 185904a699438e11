import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {test} from 'node:test';
import {startDemoServer} from '../../source/demo/demo-server.js';
import {runProgram, startProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {builtProgram, openTerminal} from '../helpers/terminal.js';

const serveWords = () => startDemoServer({scenario: 'words', speed: 'max', seed: 1});
const key = 'sk-ant-secret-0123456789';
const client = [process.execPath, builtProgram, 'ask', '--no-record', 'Hi'];

test('a command keeps its output and its exit code, its streams are recorded, and its key is in no file', async () => {
	const server = await serveWords();
	using home = temporaryFolder();
	try {
		const script = '"$@"; echo "$ANTHROPIC_BASE_URL" >&2; exit 7';
		const run = await runProgram(
			['tap', '--upstream', server.url, '--', 'sh', '-c', script, 'sh', ...client],
			{
				home: home.path,
				env: {ANTHROPIC_API_KEY: key},
			},
		);
		assert.equal(run.code, 7);
		assert.match(run.stdout, /^heron01 otter02/);
		assert.match(run.stderr, /^streamscope tap: in another terminal, streamscope follow .*-tap\.ndjson\n/);
		assert.match(run.stderr, /^http:\/\/127\.0\.0\.1:\d+$/m);
		const sessions = path.join(home.path, 'streamscope', 'sessions');
		const [name = ''] = readdirSync(sessions);
		const recording = readFileSync(path.join(sessions, name), 'utf8');
		assert.doesNotMatch(recording + run.stderr, new RegExp(key));
		const {stdout} = await runProgram(['inspect', '--quiet', path.join(sessions, name)]);
		assert.match(stdout, /^✓ .*: valid\n/);
	} finally {
		await server.close();
	}
});

test('with --print, the events of a command are lines on stderr, and its output stays its own', async () => {
	const server = await serveWords();
	try {
		const run = await runProgram(
			['tap', '--print', '--no-record', '--upstream', server.url, '--', ...client],
			{
				env: {ANTHROPIC_API_KEY: key},
			},
		);
		assert.equal(run.code, 0, run.stderr);
		assert.match(run.stdout, /^heron01 otter02/);
		assert.match(run.stderr, /message_start/);
		assert.match(run.stderr, /message_stop/);
		assert.doesNotMatch(run.stdout, /message_start/);
	} finally {
		await server.close();
	}
});

test('without a terminal it prints a line an event, and another process follows its trace', async () => {
	const server = await serveWords();
	using home = temporaryFolder();
	const child = startProgram(['tap', '--no-record', '--upstream', server.url], {home: home.path});
	try {
		const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
		let line = '';
		while (!line.startsWith('export ')) {
			line = (await lines.next()).value ?? assert.fail('it named no address');
		}

		const url = line.replace('export ANTHROPIC_BASE_URL=', '');
		const feed = await fetch(`${url}/__streamscope/trace`);
		const reader = feed.body?.pipeThrough(new TextDecoderStream()).getReader();
		assert.match((await reader?.read())?.value ?? '', /^\{"type":"recording"/);
		await runProgram(['ask', '--no-record', '--base-url', url, 'Hi'], {env: {ANTHROPIC_API_KEY: key}});
		while (!line.includes('message_start')) {
			line = (await lines.next()).value ?? assert.fail('it printed no event');
		}

		let fed = '';
		while (!fed.includes('message_stop')) {
			fed += (await reader?.read())?.value ?? assert.fail('the trace ended');
		}

		assert.doesNotMatch(fed, new RegExp(key));
		child.kill('SIGINT');
		assert.deepEqual(await once(child, 'exit'), [0, null]);
	} finally {
		child.kill('SIGKILL');
		await server.close();
	}
});

test('in a terminal, the screen names the address and shows what passes', async () => {
	const server = await serveWords();
	await using terminal = openTerminal({
		file: process.execPath,
		args: [builtProgram, 'tap', '--no-record', '--upstream', server.url],
		columns: 100,
		rows: 30,
	});
	try {
		await terminal.waitFor(/export ANTHROPIC_BASE_URL=http:\/\/127\.0\.0\.1:\d+/);
		const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(terminal.screen().join('\n')) ?? [];
		await runProgram(['ask', '--no-record', '--base-url', url, 'Hi'], {env: {ANTHROPIC_API_KEY: key}});
		await terminal.waitFor(/message_stop/);
		await terminal.waitFor(/heron01/);
		terminal.write('q');
		await terminal.waitFor(() => !terminal.isAlternateScreen());
	} finally {
		await server.close();
	}
});

test('a tap that is killed has recorded every event that it told, but for one line', async () => {
	const server = await startDemoServer({scenario: 'words', speed: 10, seed: 1});
	using home = temporaryFolder();
	const file = path.join(home.path, 'killed.ndjson');
	const child = startProgram(['tap', '--record', file, '--upstream', server.url], {home: home.path});
	const asking = new AbortController();
	try {
		const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
		let line = '';
		let told = 0;
		while (told < 30) {
			line = (await lines.next()).value ?? assert.fail('it stopped');
			told += line.includes('#1') ? 1 : 0;
			if (line.startsWith('export ')) {
				const url = line.replace('export ANTHROPIC_BASE_URL=', '');
				const body =
					'{"model":"claude-haiku-4-5","max_tokens":900,"stream":true,"messages":[{"role":"user","content":"Hi"}]}';
				const headers = {'anthropic-version': '2023-06-01', 'x-api-key': key};
				const {signal} = asking;
				fetch(`${url}/v1/messages`, {method: 'POST', body, headers, signal}).catch(() => {});
			}
		}

		child.kill('SIGKILL');
		await once(child, 'exit');
		const [header = '', ...events] = readFileSync(file, 'utf8').split('\n');
		assert.equal(JSON.parse(header).type, 'recording');
		const whole = events.filter(text => text.endsWith('}'));
		assert.ok(whole.length >= told - 1, `${whole.length} of ${told}`);
		const {stdout} = await runProgram(['inspect', '--quiet', file]);
		assert.match(stdout, /killed\.ndjson/);
	} finally {
		asking.abort();
		child.kill('SIGKILL');
		await server.close();
	}
});

test('without a screen a held stream goes on by itself, and the recording has both sides', async () => {
	const server = await serveWords();
	using home = temporaryFolder();
	const file = path.join(home.path, 'held.ndjson');
	const ask = `"${process.execPath}" "${builtProgram}" ask --no-record --quiet Hi`;
	try {
		const run = await runProgram(
			[
				...[
					'tap',
					'--record',
					file,
					'--upstream',
					server.url,
					'--hold',
					'type:message_stop',
					'--hold-for',
					'50ms',
				],
				...['--alter', 'drop text:heron01', '--', 'sh', '-c', ask],
			],
			{home: home.path, env: {ANTHROPIC_API_KEY: key}},
		);
		assert.match(run.stdout, /otter02/);
		assert.doesNotMatch(run.stdout, /heron01/);
		const {stdout} = await runProgram(['inspect', file]);
		assert.match(stdout, /altered +for the client: 1 dropped · 1 held, /);
		assert.match(readFileSync(file, 'utf8'), /heron01/);
	} finally {
		await server.close();
	}
});
