import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readdirSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {test} from 'node:test';
import {runProgram, startProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {builtProgram, openTerminal} from '../helpers/terminal.js';

test('serve answers an SDK until it is stopped, says what it was asked, records it, and plays the recording again', async () => {
	using home = temporaryFolder();
	const child = startProgram(['serve', '--port', '0', '--speed', 'max', '--record', home.path], {
		home: home.path,
	});
	using _ = {[Symbol.dispose]: () => child.kill('SIGKILL')};
	const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
	const first = (await lines.next()).value ?? '';
	const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(first) ?? [];
	const asked = await runProgram(['ask', '--no-record', '--base-url', url, 'Hi'], {
		env: {ANTHROPIC_API_KEY: 'demo', ANTHROPIC_MODEL: 'demo-words'},
	});
	assert.match(asked.stdout, /^heron01 otter02/);
	let line = '';
	while (!line.includes('POST')) {
		line = (await lines.next()).value ?? assert.fail('it said nothing of the request');
	}

	assert.match(line, /#\d {2}POST \/v1\/messages {2}200 {2}/);
	child.kill('SIGINT');
	const [code] = await once(child, 'exit');
	assert.equal(code, 0);
	const [recording = ''] = readdirSync(home.path).filter(name => name.startsWith('serve-'));
	const inspected = await runProgram(['inspect', '--quiet', `${home.path}/${recording}`]);
	assert.match(inspected.stdout, /: valid/);

	const file = `${home.path}/${recording}`;
	const again = startProgram(['serve', '--port', '0', '--speed', 'max', '--quiet', '--replay', file]);
	using __ = {[Symbol.dispose]: () => again.kill('SIGKILL')};
	const head = (await createInterface(again.stdout)[Symbol.asyncIterator]().next()).value ?? '';
	const [replayed = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(head) ?? [];
	const answered = await runProgram(['ask', '--no-record', '--base-url', replayed, 'Hello'], {
		env: {ANTHROPIC_API_KEY: 'demo'},
	});
	assert.equal(answered.stdout, asked.stdout);
});

test('serve says which port is taken, and what a wrong fault should be', async () => {
	const wrong = await runProgram(['serve', '--faults', 'cut-aftr=3']);
	assert.equal(wrong.code, 2);
	assert.match(wrong.stderr, /There is no fault "cut-aftr"\. Did you mean cut-after\?/);
	const child = startProgram(['serve', '--port', '0']);
	using _ = {[Symbol.dispose]: () => child.kill('SIGKILL')};
	const first = (await createInterface(child.stdout)[Symbol.asyncIterator]().next()).value ?? '';
	const [, port = ''] = /127\.0\.0\.1:(\d+)/.exec(first) ?? [];
	const second = await runProgram(['serve', '--port', port]);
	assert.equal(second.code, 2);
	assert.match(second.stderr, /cannot listen on 127\.0\.0\.1:\d+/);
	child.kill('SIGTERM');
	await once(child, 'exit');
});

test('serve checks scenario files, and ask plays one', async () => {
	using home = temporaryFolder();
	const fine = `${home.path}/hello.scenario`;
	const wrong = `${home.path}/wrong.scenario`;
	writeFileSync(fine, 'text: Hello, {prompt}!');
	writeFileSync(wrong, 'text: a\nwiat: 1s');
	const asked = await runProgram(['ask', '--no-record', '--quiet', '--demo', fine, 'class']);
	assert.deepEqual([asked.code, asked.stdout], [0, 'Hello, class!\n']);
	const checked = await runProgram(['serve', '--check', fine, wrong]);
	assert.deepEqual(
		[checked.code, checked.stdout],
		[1, `${fine}: hello, 1 reply\n${wrong}:2: There is no word "wiat". Did you mean wait?\n`],
	);
	assert.equal((await runProgram(['serve', '--check', fine])).code, 0);
	assert.equal((await runProgram(['serve', '--check', `${home.path}/none`])).code, 2);
});

test('in a terminal, serve shows its address and every stream that it sends, and q stops it', async () => {
	using home = temporaryFolder();
	await using terminal = openTerminal({
		file: process.execPath,
		args: [builtProgram, 'serve', '--port', '0', '--speed', 'max', '--record', home.path],
		columns: 100,
		rows: 30,
	});
	await terminal.waitFor(/export ANTHROPIC_BASE_URL=http:\/\/127\.0\.0\.1:\d+/);
	const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(terminal.screen().join('\n')) ?? [];
	await runProgram(['ask', '--no-record', '--base-url', url, 'Hi'], {
		env: {ANTHROPIC_API_KEY: 'demo', ANTHROPIC_MODEL: 'demo-words'},
	});
	await terminal.waitFor(/heron01/);
	await terminal.waitFor(/message_stop/);
	terminal.write('q');
	assert.deepEqual(await terminal.exited, {code: 0, signal: null});
	assert.equal(terminal.isAlternateScreen(), false);
	await assert.rejects(fetch(url));
	assert.equal(readdirSync(home.path).filter(name => name.startsWith('serve-')).length, 1);
});
