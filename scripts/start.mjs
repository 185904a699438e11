// Builds the program when a source file is newer than the last build, then runs it with the arguments given.

import {spawn, spawnSync} from 'node:child_process';
import {globSync, statSync} from 'node:fs';
import process from 'node:process';

const newest = files => Math.max(...files.map(file => statSync(file).mtimeMs));
const [built] = globSync('dist/cli.js');

if (
	!built ||
	newest([...globSync('source/**/*.{ts,tsx,css,scenario}'), 'package.json']) > statSync(built).mtimeMs
) {
	await import('./build.mjs');
}

const child = spawn(process.execPath, ['dist/cli.js', ...process.argv.slice(2)], {stdio: 'inherit'});
for (const signal of ['SIGTERM', 'SIGHUP']) {
	process.on(signal, () => child.kill(signal));
}
process.on('SIGINT', () => {});
child.on('exit', (code, signal) => {
	if (signal === 'SIGKILL' && process.stdout.isTTY) {
		// A killed program cannot restore the terminal, so this does: the normal screen, its cursor, and none of the modes that the program sets.
		process.stdout.write('\u001B[<u\u001B[?1000;1002;1006;2004;2026l\u001B[?1049l\u001B[?7;25h');
		spawnSync('stty', ['sane'], {stdio: 'inherit'});
	}

	process.exitCode = code ?? (signal ? 1 : 0);
});
