// Runs the streaming lesson with Python's SDK of its time and with later ones, each in an environment of its own, against the demo server.

import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import process from 'node:process';
import {test} from 'node:test';
import {promisify} from 'node:util';
import {startDemoServer} from 'streamscope/demo';

const run = promisify(execFile);

/** The SDK of the lesson's time needs an older httpx. */
const versions = [
	{sdk: 'anthropic==0.25.9', besides: ['httpx<0.28'], handlers: true},
	{sdk: 'anthropic==1.17.0', besides: [], handlers: false},
	{sdk: 'anthropic==2.14.0', besides: [], handlers: false},
];

const lines = [
	'whole True',
	'events message_start message_stop',
	'input tokens True',
	'first token True',
	'output tokens True',
	'text True',
	'helper True',
];

for (const {sdk, besides, handlers} of versions) {
	test(`the lesson runs with ${sdk}`, async () => {
		const folder = `python-${sdk.replace(/\W+/g, '-')}`;
		const python = `${folder}/bin/python`;
		if (!existsSync(python)) {
			await run('python3', ['-m', 'venv', folder]);
		}

		await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', sdk, ...besides]);
		await using demo = await startDemoServer();
		const env = {...process.env, ANTHROPIC_BASE_URL: demo.url, ANTHROPIC_API_KEY: 'demo'};
		const {stdout} = await run(python, ['test/lesson.py'], {env});
		const expected = handlers ? [...lines, 'handlers block end event message text'] : lines;
		assert.deepEqual(stdout.trim().split(/\r?\n/), expected);
	});
}
