// Runs test/foreign: programs of other packages, and other runtimes, with the package as npm would publish it. Needs a build. What it
// installs goes into .foreign, which git ignores: none of it belongs to the project.

import {spawnSync} from 'node:child_process';
import {cpSync, globSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const folder = '.foreign';
const packages = [
	'@anthropic-ai/sdk@^1.12.0',
	'ai@^7.0.0',
	'@ai-sdk/anthropic@^4.0.0',
	'@langchain/anthropic@^1.5.0',
	'@langchain/core@^1.4.0',
	'deno@^2.9.0',
	'bun@^1.4.0',
];

const run = (command, args, cwd) => {
	const {status} = spawnSync(command, args, {cwd, stdio: ['ignore', 'inherit', 'inherit']});
	if (status !== 0) {
		throw new Error(`${command} ${args[0]} failed with ${status}.`);
	}
};

mkdirSync(folder, {recursive: true});
for (const file of globSync(`${folder}/*.tgz`)) {
	rmSync(file);
}

rmSync(path.join(folder, 'test'), {recursive: true, force: true});
writeFileSync(path.join(folder, 'package.json'), '{"private":true,"type":"module"}\n');
run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
const [tarball] = globSync('*.tgz', {cwd: folder});
run('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages, `./${tarball}`], folder);

// Beside the packages, so that the tests find them as a program would.
cpSync('test/foreign', path.join(folder, 'test'), {recursive: true});
run(
	process.execPath,
	['--test', '--test-reporter=spec', '--test-timeout=300000', ...globSync('test/*.test.mjs', {cwd: folder})],
	folder,
);
