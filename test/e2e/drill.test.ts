import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';
import {test} from 'node:test';
import {eventually} from '../helpers/eventually.js';
import {runProgram, startProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

test('the built program has the cases, writes them, and runs what was written', async () => {
	using folder = temporaryFolder();
	const cases = `${folder.path}/cases`;
	const {stdout} = await runProgram(['drill', '--export', cases]);
	assert.match(stdout, /^Wrote 68 cases to /);
	const client = ['--', process.execPath, 'test/drill/clients/sound-client.mjs', '{prompt}'];
	const run = await runProgram(['drill', '--scenarios', cases, '--only', 'reset-at', '--json', ...client]);
	assert.equal(run.code, 0, run.stderr);
	const result = JSON.parse(run.stdout);
	assert.deepEqual(
		result.cases.map(({name, level}: {name: string; level: string}) => [name, level]),
		[['reset-at-once', 'good']],
	);
});

test('a drill that is ended by a signal ends its clients and what they have started', async () => {
	using folder = temporaryFolder();
	const file = `${folder.path}/ids`;
	const code = `const child = require('node:child_process').spawn('sleep', ['1000'], {stdio: 'ignore'}); require('node:fs').writeFileSync(process.argv[1], process.pid + ' ' + child.pid); setInterval(() => {}, 1000)`;
	const drill = startProgram(['drill', '--only', 'only-pings', '--', process.execPath, '--eval', code, file]);
	await eventually(() => existsSync(file) && readFileSync(file, 'utf8').includes(' '), true);
	drill.kill('SIGTERM');
	assert.deepEqual(await once(drill, 'exit'), [null, 'SIGTERM']);
	const ids = readFileSync(file, 'utf8').replace(' ', ',');
	// One that has ended may wait for its parent to take note.
	const running = () =>
		spawnSync('ps', ['-o', 'stat=', '-p', ids], {encoding: 'utf8'})
			.stdout.split('\n')
			.filter(state => state !== '' && !state.startsWith('Z'));
	await eventually(running, []);
});
