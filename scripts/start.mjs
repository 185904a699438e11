// Builds the program when a source file is newer than the last build, then runs it with the arguments given.

import {spawn} from 'node:child_process';
import {globSync, statSync} from 'node:fs';
import process from 'node:process';

const newest = files => Math.max(...files.map(file => statSync(file).mtimeMs));
const [built] = globSync('dist/cli.js');

if (!built || newest([...globSync('source/**/*.{ts,tsx}'), 'package.json']) > statSync(built).mtimeMs) {
	await import('./build.mjs');
}

const child = spawn(process.execPath, ['dist/cli.js', ...process.argv.slice(2)], {stdio: 'inherit'});
for (const signal of ['SIGTERM', 'SIGHUP']) {
	process.on(signal, () => child.kill(signal));
}
process.on('SIGINT', () => {});
child.on('exit', (code, signal) => {
	process.exitCode = code ?? (signal ? 1 : 0);
});
