// Runs test/foreign: programs of other packages and languages, and other runtimes, with the package as npm would publish it. Needs a build. What it
// installs goes into .foreign, which git ignores: none of it belongs to the project.
// Words are parts of the names of the files to run. With --drill, the clients run through every case instead, and docs/clients.md is written.

import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, globSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const folder = '.foreign';
const packages = [
	'@anthropic-ai/sdk@^1.12.0',
	'ai@^7.0.0',
	'@ai-sdk/anthropic@^4.0.0',
	'@langchain/anthropic@^1.5.0',
	'@langchain/core@^1.4.0',
	'openai@^7.0.0',
	'deno@^2.9.0',
	'bun@^1.4.0',
];

/** The Python SDK: of the time when the lesson was written, with API version 2023-06-01, and the present one. */
const pythons = {
	lesson: ['anthropic==0.28.1', 'httpx<0.28'],
	// The last versions that called event handlers.
	handlers: ['anthropic==0.25.9', 'httpx<0.28'],
	1: ['anthropic>=1,<2'],
	2: ['anthropic>=2,<3'],
};

const goSdk = 'github.com/anthropics/anthropic-sdk-go@v1';

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

const installPython = (name, requirements) => {
	const venv = path.join(folder, `venv-${name}`);
	if (!existsSync(path.join(venv, 'installed'))) {
		run('python3', ['-m', 'venv', venv]);
		run(path.join(venv, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', ...requirements]);
		writeFileSync(path.join(venv, 'installed'), '');
	}
};

const installGo = () => {
	const module = path.join(folder, 'go');
	if (!existsSync(path.join(module, 'client'))) {
		console.log('Building a program with the Go SDK, which takes a minute or two.');
		rmSync(module, {recursive: true, force: true});
		cpSync('test/foreign/clients/go-sdk', module, {recursive: true});
		run('go', ['mod', 'init', 'client'], module);
		run('go', ['get', goSdk], module);
		run('go', ['mod', 'tidy'], module);
		run('go', ['build', '-o', 'client', '.'], module);
	}
};

/** Installs what is not there for everybody. Without it, its client is left out of the tests. */
const tryInstall = (name, install) => {
	try {
		install();
	} catch (error) {
		console.log(`${name} cannot be installed here, and is left out: ${error.message}`);
	}
};

for (const [name, requirements] of Object.entries(pythons)) {
	installPython(name, requirements);
}

tryInstall('LiteLLM', () => installPython('litellm', ['litellm>=1.110,<2']));
tryInstall('The Go SDK', installGo);

// Beside the packages, so that the tests find them as a program would.
cpSync('test/foreign', path.join(folder, 'test'), {recursive: true});
if (process.argv.includes('--drill')) {
	const {writeClientsPage} = await import('./clients-page.mjs');
	await writeClientsPage(folder);
	process.exit();
}

const parts = process.argv.slice(2);
const files = globSync('test/*.test.mjs', {cwd: folder}).filter(
	file => parts.length === 0 || parts.some(part => file.includes(part)),
);
run(process.execPath, ['--test', '--test-reporter=spec', '--test-timeout=300000', ...files], folder);
