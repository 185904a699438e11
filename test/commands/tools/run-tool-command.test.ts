import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {maxOutput} from '../../../source/commands/tools/capped-output.js';
import {runToolCommand} from '../../../source/commands/tools/run-tool-command.js';
import type {ToolCommand} from '../../../source/config/tool-file.js';
import type {Json} from '../../../source/wire/json.js';
import {eventually} from '../../helpers/eventually.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

type Run = {
	readonly input?: Json;
	readonly timeLimit?: number;
	readonly interrupted?: AbortSignal;
	readonly folder?: string;
};

const run = (command: ToolCommand, {input = {}, timeLimit = 20, interrupted, folder = '/'}: Run = {}) =>
	runToolCommand({command, timeLimit}, input, interrupted ?? new AbortController().signal, {
		env: {PATH: process.env.PATH},
		platform: process.platform,
		spawn,
		folder,
	});
const node = (script: string, ...rest: readonly string[]): ToolCommand => ({
	kind: 'program',
	argv: [process.execPath, '-e', script, ...rest],
});
const shell = (line: string): ToolCommand => ({kind: 'shell', line});

test('the input comes as JSON on the standard input, and what the command prints is the answer', async () => {
	const input = {place: 'Lisbon $(id) `id` "; id', days: [1, 2]};
	assert.deepEqual(await run(shell('cat'), {input}), {text: JSON.stringify(input), isError: false});
});

test('arguments reach a program as they are: no shell reads them', async () => {
	const argument = '$(id); `id` | cat > /nowhere "\'*';
	const answer = await run(node('console.log(process.argv[1])', argument));
	assert.deepEqual(answer, {text: argument, isError: false});
});

test('a line for the shell is one', async () => {
	assert.deepEqual(await run(shell('printf "%s\\n" one two | wc -l | tr -d " "')), {
		text: '2',
		isError: false,
	});
});

test('an exit code other than 0 is an error, with what was printed', async () => {
	assert.deepEqual(await run(shell('echo half; echo no such place >&2; exit 3')), {
		text: 'half\nno such place\nThe command failed: exit code 3.',
		isError: true,
	});
});

test('messages of a command that succeeds are not part of its answer', async () => {
	assert.deepEqual(await run(shell('echo warning >&2; echo 21')), {text: '21', isError: false});
});

test('a command that prints nothing says so', async () => {
	assert.deepEqual(await run(shell('exit 0')), {text: '(no output)', isError: false});
});

test('a command that ends by a signal is an error', async () => {
	assert.deepEqual(await run(shell('kill -9 $$')), {
		text: 'The command failed: ended by SIGKILL.',
		isError: true,
	});
});

test('a program that does not exist is an error, not an exception', async () => {
	const answer = await run({kind: 'program', argv: ['/no/such/program']});
	assert.deepEqual(answer, {
		text: 'The command could not be started: it does not exist.',
		isError: true,
	});
});

test('a command that reads no input answers all the same, however long the input is', async () => {
	const input = {text: 'x'.repeat(5_000_000)};
	assert.deepEqual(await run(shell('echo done'), {input}), {text: 'done', isError: false});
});

test('a very long output is cut, and says how much was left out', async () => {
	const answer = await run(node(`process.stdout.write('€'.repeat(${maxOutput}))`));
	assert.equal(answer.isError, false);
	const [text = '', note] = answer.text.split('\n');
	assert.equal(text, '€'.repeat(Math.floor(maxOutput / 3)));
	assert.equal(note, '[200,000 more bytes were left out]');
});

test('at its time limit a command is ended with what it started', async () => {
	using folder = temporaryFolder();
	const answer = await run(shell('sleep 600 & echo $! > child; echo begun; wait'), {
		timeLimit: 0.5,
		folder: folder.path,
	});
	assert.deepEqual(answer, {text: 'begun\nThe command failed: it took longer than 0.5 s.', isError: true});
	const child = Number(readFileSync(path.join(folder.path, 'child'), 'utf8'));
	await eventually(() => isRunning(child), false);
});

test('a command that ignores the request to end is ended all the same', async () => {
	const answer = await run(node("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"), {
		timeLimit: 1,
	});
	assert.match(answer.text, /longer than 1 s/);
	assert.equal(answer.isError, true);
});

test('an interrupted command ends at once', async () => {
	const controller = new AbortController();
	const answer = run(shell('echo begun; sleep 600'), {interrupted: controller.signal});
	controller.abort();
	assert.equal((await answer).isError, true);
});

/** `ps` prints a zombie as `Z`: it has ended, but its parent has not asked for it. */
const isRunning = (pid: number) =>
	/^[^Z\s]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], {encoding: 'utf8'}).stdout.trim());
