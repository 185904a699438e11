// Runs each foreign client with `streamscope tap` between it and the server, and without. It must print the same and end the same.
import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {test} from 'node:test';
import {foreignClients} from './foreign-clients.mjs';
import {program, serve} from './served.mjs';

const run = async (command, env) => {
	const child = spawn(command[0], command.slice(1), {
		env: {...process.env, ANTHROPIC_API_KEY: 'demo', OPENAI_API_KEY: 'demo', ...env},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [stdout, stderr, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, 'close'),
	]);
	return {stdout, stderr, code};
};

/** What the client did in front of the server itself. */
const runDirect = (url, command, variable) => run(command, {[variable]: url});

/** What it did through the tap, and what `inspect` says of the tap's recording. */
const runTapped = async (url, command, variable) => {
	const folder = mkdtempSync(path.join(tmpdir(), 'streamscope-foreign-'));
	const file = path.join(folder, 'tap.ndjson');
	const tap = ['tap', '--upstream', url, '--env', variable, '--record', file, '--', ...command];
	try {
		const tapped = await run([process.execPath, program, ...tap], {});
		const inspected = await run([process.execPath, program, 'inspect', '--json', file], {});
		return {...tapped, report: JSON.parse(inspected.stdout).files[0]};
	} finally {
		rmSync(folder, {recursive: true, force: true});
	}
};

/** Both, each with a server of its own, which counts and plays alike. */
const withAndWithout = async (scenario, command) => {
	const runs = [];
	for (const runOne of [runDirect, runTapped]) {
		using api = await serve('--scenario', scenario, '--speed', 'max');
		runs.push(await runOne(api.url, command, 'ANTHROPIC_BASE_URL'));
	}

	return runs;
};

for (const {name, command} of foreignClients) {
	const asked = command.map(word => word.replace('{prompt}', 'Hello'));
	test(`${name} prints the same through the tap, whose recording is a valid stream`, async () => {
		const [direct, tapped] = await withAndWithout('words', asked);
		assert.equal(direct.code, 0, direct.stderr);
		assert.match(direct.stdout, /\d+ tokens\n$/);
		assert.deepEqual([tapped.stdout, tapped.code], [direct.stdout, 0], tapped.stderr);
		assert.equal(tapped.report.exchanges.length, 1);
		assert.deepEqual([tapped.report.isJudged, tapped.report.isValid], [true, true]);
	});

	test(`${name} ends the same through the tap when the stream is cut off, and the recording is not valid`, async () => {
		const [direct, tapped] = await withAndWithout('cut-off', asked);
		assert.equal(tapped.code, direct.code, tapped.stderr);
		// What is still under way when a connection breaks may be lost.
		const [short, long] = [direct.stdout, tapped.stdout]
			.map(out => out.trimEnd())
			.sort((a, b) => a.length - b.length);
		assert.ok(long.startsWith(short) && long !== '', tapped.stdout);
		assert.deepEqual([tapped.report.isJudged, tapped.report.isValid], [true, false]);
	});
}

test('the OpenAI SDK prints the same through the tap, and its stream is named and not judged', async () => {
	const server = createServer((request, response) => {
		request.resume();
		response.writeHead(200, {'content-type': 'text/event-stream'});
		const chunk = (delta, reason = null) =>
			`data: ${JSON.stringify({
				id: 'c',
				object: 'chat.completion.chunk',
				model: 'gpt-test',
				choices: [{index: 0, delta, finish_reason: reason}],
			})}\n\n`;
		const pieces = [
			chunk({role: 'assistant', content: ''}),
			chunk({content: 'Grüße, '}),
			chunk({content: 'Welt'}),
		];
		response.end([...pieces, chunk({}, 'stop'), 'data: [DONE]\n\n'].join(''));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	try {
		const url = `http://127.0.0.1:${server.address().port}`;
		const command = [process.execPath, 'test/clients/openai-sdk.mjs', 'Hello'];
		const direct = await runDirect(url, command, 'OPENAI_BASE_URL');
		const tapped = await runTapped(url, command, 'OPENAI_BASE_URL');
		assert.equal(direct.stdout, 'Grüße, Welt', direct.stderr);
		assert.deepEqual([tapped.stdout, tapped.code], [direct.stdout, 0], tapped.stderr);
		assert.match(tapped.report.error, /^This is OpenAI's Chat Completions format/);
	} finally {
		server.close();
	}
});
