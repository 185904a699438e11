// Starts the built program on other runtimes, and compares what it prints with what it prints on Node.

import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const cli = fileURLToPath(import.meta.resolve('streamscope').replace('index.js', 'cli.js'));
const bin = name => fileURLToPath(new URL(`../node_modules/.bin/${name}`, import.meta.url));

const print = async (command, args) => {
	const home = mkdtempSync(path.join(tmpdir(), 'streamscope-foreign-'));
	const env = {PATH: process.env.PATH, HOME: home, STREAMSCOPE_HOME: home, DENO_NO_UPDATE_CHECK: '1'};
	try {
		const running = promisify(execFile)(command, args, {env, timeout: 60_000});
		running.child.stdin?.end();
		return (await running).stdout;
	} finally {
		rmSync(home, {recursive: true, force: true});
	}
};

const runtimes = {
	Deno: [bin('deno'), ['run', '--allow-all', cli]],
	Bun: [bin('bun'), [cli]],
};

for (const [name, [command, first]] of Object.entries(runtimes)) {
	for (const args of [['--version'], ['--help'], ['ask', '--demo', 'burst', '--demo-speed', 'max', 'Hi']]) {
		test(`${name} runs the program with ${args.join(' ')} as Node does`, async () => {
			const onNode = await print(process.execPath, [cli, ...args]);
			assert.notEqual(onNode, '');
			assert.equal(await print(command, [...first, ...args]), onNode);
		});
	}
}
