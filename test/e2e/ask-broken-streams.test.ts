import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {serve, writeStream} from '../helpers/capture-server.js';
import {runProgram} from '../helpers/run-program.js';
import {casePath} from '../helpers/stream-cases.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const env = {ANTHROPIC_API_KEY: 'sk-ant-test-do-not-show-1234567890'};

const ask = async (name: string, ...flags: string[]) => {
	await using server = await serve(response =>
		writeStream(response, readFileSync(casePath(name), 'utf8'), 50),
	);
	return await runProgram(['ask', '--base-url', server.url, ...flags, 'Hi'], {env});
};

for (const flags of [[], ['--json']]) {
	test(`ask ${flags.join('')} does not end silently with half a tool call`, async () => {
		const {code, stderr} = await ask('01-keepalive-between-lines.sse', ...flags);
		assert.equal(code, 1);
		assert.match(
			stderr,
			/The answer is not complete: the SDK skipped 2 events, 1 without an event: line and 1 without data\./,
		);
	});
}

test('ask goes by the content and says that a tool was called, whatever the stop reason', async () => {
	const {stderr} = await ask('06b-end-turn-with-tool-only.sse');
	assert.match(stderr, /The answer calls the tool Write, though its stop reason is end_turn\./);
});

test('ask prints what the server said, though the SDK could not see it', async () => {
	const {code, stderr} = await ask('04-dataonly-rate-limit.sse');
	assert.equal(code, 1);
	assert.match(stderr, /The rate limit is reached: Too many requests at once for this account/);
	assert.match(stderr, /The SDK could not see this error, because its event has no event: line\./);
});

test('after the SDK has thrown, --raw, --events and a recording hold the whole stream', async () => {
	using folder = temporaryFolder();
	const name = 'malformed-in-the-middle.sse';
	const body = readFileSync(casePath(name), 'utf8');
	const raw = await ask(name, '--raw');
	assert.deepEqual([raw.code, raw.stdout], [1, body]);

	const events = await ask(name, '--events');
	const sse = (text: string) => text.split('\n').filter(line => line.startsWith('{"type":"sse"')).length;
	const all = body.split('\n\n').length - 1;
	assert.deepEqual([events.code, sse(events.stdout)], [1, all]);

	const file = path.join(folder.path, 'kept.ndjson');
	assert.equal((await ask(name, '--record', file)).code, 1);
	assert.equal(sse(readFileSync(file, 'utf8')), all);
});
