// Checks and builds the program, side by side: `npm run check` and `npm run lint` in one process after the other, `npm run build` in another. What
// each of them says is shown once it has ended. Fails if one of them does.

import {spawn} from 'node:child_process';
import process from 'node:process';

/** Runs a script of package.json. Rejects with its name if it fails. */
const run = name =>
	new Promise((resolve, reject) => {
		const child = spawn('npm', ['run', name], {
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: process.platform === 'win32',
		});
		const said = [];
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', bytes => said.push(bytes));
		}

		child.once('error', reject);
		child.once('close', code => {
			process.stdout.write(Buffer.concat(said));
			if (code === 0) {
				resolve();
			} else {
				reject(new Error(`\`npm run ${name}\` failed.`));
			}
		});
	});

const results = await Promise.allSettled([run('check').then(() => run('lint')), run('build')]);
for (const {reason} of results.filter(({status}) => status === 'rejected')) {
	console.error(reason.message);
	process.exitCode = 1;
}
