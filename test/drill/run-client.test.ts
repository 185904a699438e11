import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {test} from 'node:test';
import {type RunOptions, runClient} from '../../source/drill/run-client.js';
import {eventually} from '../helpers/eventually.js';

/** Runs a program in JavaScript as the client. */
function run(code: string, options: Partial<RunOptions> = {}) {
	return runClient(
		{file: process.execPath, args: ['--eval', code], env: {PATH: process.env.PATH}},
		{prompt: 'Why?', limit: 60_000, signal: new AbortController().signal, ...options},
	);
}

/** Starts another process that prints its number and never ends. */
const starting = (options: string) =>
	`require('node:child_process').spawn(process.execPath, ['--eval', 'console.log(process.pid); setInterval(() => {}, 1000)'], ${options}).unref();`;

/** Whether a process runs. One that has ended may wait for its parent to take note. */
function isRunning(id: number): boolean {
	const state = spawnSync('ps', ['-o', 'stat=', '-p', String(id)], {encoding: 'utf8'}).stdout.trim();
	return state !== '' && !state.startsWith('Z');
}

test('a client gets its prompt on stdin, and need not read it', async () => {
	const {end, stdout} = await run('process.stdin.pipe(process.stdout)');
	assert.deepEqual([end, stdout], [{kind: 'exit', code: 0}, 'Why?\n']);
	assert.deepEqual((await run('process.stdin.destroy(); process.exitCode = 3')).end, {kind: 'exit', code: 3});
});

test('a client that has ended is not judged by what it has left running, which is ended', async () => {
	const {end, stdout, duration} = await run(`${starting("{stdio: 'inherit'}")} console.log('done')`);
	assert.deepEqual(end, {kind: 'exit', code: 0});
	assert.match(stdout, /done/);
	assert.ok(duration < 60_000);
	await eventually(() => isRunning(Number(/\d+/.exec(stdout)?.[0])), false);
});

test('what has left the group of the client and holds its output does not hold the drill', async () => {
	const code = `${starting("{stdio: 'inherit', detached: true}")} console.log('done')`;
	const {end, stdout} = await run(code);
	assert.deepEqual(end, {kind: 'exit', code: 0});
	process.kill(Number(/\d+/.exec(stdout)?.[0]), 'SIGKILL');
	const hanging = await run(`${code}; setInterval(() => {}, 1000)`, {limit: 1500});
	assert.deepEqual(hanging.end, {kind: 'overtime', limit: 1500});
	process.kill(Number(/\d+/.exec(hanging.stdout)?.[0]), 'SIGKILL');
});

test('a client that ignores signals is ended at the time limit', async () => {
	const code =
		"for (const name of ['SIGTERM', 'SIGINT']) process.on(name, () => {}); setInterval(() => {}, 1000)";
	assert.deepEqual((await run(code, {limit: 500})).end, {kind: 'overtime', limit: 500});
});

test('the output of a client in a loop is kept up to a megabyte, and bytes that are not text do no harm', async () => {
	const flood = await run(
		"process.stdout.write(Buffer.alloc(3_000_000, 'x')); process.stderr.write(Buffer.from([0, 255, 27]))",
	);
	assert.equal(flood.stdout.length, 1_000_000);
	assert.equal(flood.stderr, '\0\uFFFD\u001b');
});

test('an interrupted drill ends the client, also one that is only being started', async () => {
	const aborted = AbortSignal.abort(new Error('enough'));
	await assert.rejects(run('setInterval(() => {}, 1000)', {signal: aborted}), /enough/);
	const controller = new AbortController();
	const running = run('console.log(1); setInterval(() => {}, 1000)', {signal: controller.signal});
	controller.abort(new Error('enough'));
	await assert.rejects(running, /enough/);
});
