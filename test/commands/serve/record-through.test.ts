import assert from 'node:assert/strict';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {describe, test} from 'node:test';
import {openRecordThrough} from '../../../source/commands/serve/record-through.js';
import {readRecordedSource} from '../../../source/commands/serve/recorded-source.js';
import {startDemoServer as startServer} from '../../../source/demo/demo-server.js';
import {createJournal} from '../../../source/demo/journal.js';
import {type RunningDemo, startDemoServer} from '../../../source/demo.js';
import {ask, post, readWhatComes} from '../../demo/demo-client.js';
import {temporaryFolder} from '../../helpers/temporary-folder.js';

const context = {
	env: {},
	stdin: process.stdin,
	stdout: process.stdout,
	stderr: process.stderr,
};

const secret = 'sk-ant-api03-the-secret-of-a-student';
const headers = {'x-api-key': secret, 'anthropic-version': '2023-06-01'};

/** A server that answers from `target`, and asks `upstream` for the rest. */
async function through(target: string, upstream: string | null) {
	const source = await readRecordedSource(target, context, upstream !== null);
	const exact = openRecordThrough({
		...{target, source, env: {}, ca: undefined},
		upstream: upstream === null ? null : new URL(upstream),
	});
	const journal = createJournal({limit: 9, keepsBodies: false, now: () => performance.now()});
	const server = await startServer({
		scenario: 'chat',
		speed: 'max',
		seed: 1,
		exact,
		watchers: [journal.watch],
	});
	return {
		exact,
		journal,
		async asked(prompt: string, options: {readonly stream?: boolean; readonly path?: string} = {}) {
			const {stream = true, path = '/v1/messages'} = options;
			const response = await post(server.url, {...ask(prompt), ...(stream && {stream})}, {headers, path});
			return {status: response.status, ...(await readWhatComes(response))};
		},
		url: server.url,
		async [Symbol.asyncDispose]() {
			await server.close();
			exact.close();
		},
	};
}

const messages = (upstream: RunningDemo) => upstream.requests().length;

describe('a server that records through', () => {
	test('asks the other server once for each question, also after a restart, and keeps no credential', async () => {
		using folder = temporaryFolder();
		await using upstream = await startDemoServer();
		const first = await (async () => {
			await using server = await through(folder.path, upstream.url);
			const live = await server.asked('Hi');
			assert.deepEqual(await server.asked('Hi'), live);
			assert.equal((await server.asked('Hi', {stream: false})).text.startsWith('{"model"'), true);
			assert.equal(messages(upstream), 2);
			assert.deepEqual(
				server.journal.entries().map(({status, endedBy}) => [status, endedBy]),
				[
					[200, 'server'],
					[200, 'server'],
					[200, 'server'],
				],
			);
			return live;
		})();
		await using server = await through(folder.path, upstream.url);
		assert.deepEqual(await server.asked('Hi'), first);
		assert.equal(messages(upstream), 2);
		await server.asked('Another');
		assert.equal(messages(upstream), 3);
		for (const name of readdirSync(folder.path)) {
			assert.doesNotMatch(readFileSync(path.join(folder.path, name), 'utf8'), /the-secret/);
		}
	});

	test('finds a question that holds the key by which it is asked', async () => {
		using folder = temporaryFolder();
		await using upstream = await startDemoServer();
		const prompt = `My key is ${secret}.`;
		for (const target of [upstream.url, upstream.url, null]) {
			await using server = await through(folder.path, target);
			assert.equal((await server.asked(prompt)).status, 200);
		}

		assert.equal(messages(upstream), 1);
	});

	test('continues a file, whose exchanges keep their numbers', async () => {
		using folder = temporaryFolder();
		const file = path.join(folder.path, 'answers.ndjson');
		await using upstream = await startDemoServer();
		for (const prompt of ['one', 'two']) {
			await using server = await through(file, upstream.url);
			await server.asked(prompt);
		}

		await using server = await through(file, null);
		assert.deepEqual([(await server.asked('one')).status, (await server.asked('two')).status], [200, 200]);
		assert.deepEqual(readdirSync(folder.path), ['answers.ndjson']);
		const exchanges = [...readFileSync(file, 'utf8').matchAll(/"type":"request".*?"exchange":(\d+)/g)];
		assert.deepEqual(
			exchanges.map(([, number]) => number),
			['1', '2'],
		);
	});

	test('keeps a count of tokens and a list of models apart from messages', async () => {
		using folder = temporaryFolder();
		await using upstream = await startDemoServer();
		await using server = await through(folder.path, upstream.url);
		const counted = await server.asked('Hi', {stream: false, path: '/v1/messages/count_tokens'});
		assert.match(counted.text, /^\{"input_tokens":\d+\}$/);
		assert.match((await server.asked('Hi', {stream: false})).text, /"role":"assistant"/);
		const models = async (query: string) =>
			(await fetch(`${server.url}/v1/models${query}`, {headers})).json();
		const list = await models('');
		assert.deepEqual(await models(''), list);
		assert.notDeepEqual(await models('?limit=1'), list);
		assert.equal(messages(upstream), 4);
	});

	test('keeps neither a refusal that may pass nor an answer that broke off', async () => {
		using folder = temporaryFolder();
		await using upstream = await startDemoServer();
		await using server = await through(folder.path, upstream.url);
		upstream.setFaults('529=1');
		assert.equal((await server.asked('Hi')).status, 529);
		upstream.setFaults('cut-after=4');
		assert.equal((await server.asked('Hi')).isWhole, false);
		assert.deepEqual(
			server.journal.entries().map(({status, endedBy}) => [status, endedBy]),
			[
				[529, 'server'],
				[200, 'server'],
			],
		);
		upstream.setFaults('');
		assert.equal((await server.asked('Hi')).isWhole, true);
		assert.equal(server.exact.kept(), 1);
		assert.equal((await server.asked('Hi')).isWhole, true);
		assert.equal(messages(upstream), 3);
	});

	test('says that the other server does not answer', async () => {
		using folder = temporaryFolder();
		const gone = createServer().listen(0, '127.0.0.1');
		await new Promise(resolve => gone.once('listening', resolve));
		const {port} = gone.address() as AddressInfo;
		await new Promise(resolve => gone.close(resolve));
		await using server = await through(folder.path, `http://127.0.0.1:${port}`);
		const {status, text} = await server.asked('Hi');
		assert.equal(status, 502);
		assert.match(text, /the upstream did not answer/);
		assert.deepEqual(
			server.journal.entries().map(({status, endedBy}) => [status, endedBy]),
			[[502, 'server']],
		);
	});
});

test('where all must be recorded, another request is an error that says what differs', async () => {
	using folder = temporaryFolder();
	await using upstream = await startDemoServer();
	await (async () => {
		await using server = await through(folder.path, upstream.url);
		await server.asked('Hi');
	})();
	await using strict = await through(folder.path, null);
	assert.equal((await strict.asked('Hi')).status, 200);
	const {status, text} = await strict.asked('Bye');
	assert.equal(status, 404);
	const {error} = JSON.parse(text);
	assert.deepEqual(error, {
		type: 'not_found_error',
		message:
			'No recorded request is like this one. The nearest one differs in messages.0.content.0.text: "Bye", recorded: "Hi".',
	});
	const models = await fetch(`${strict.url}/v1/models`, {headers});
	assert.match(await models.text(), /Nothing is recorded for GET \/v1\/models\./);
	assert.equal(messages(upstream), 1);
});

test('what cannot be continued or played is wrong usage', async () => {
	using folder = temporaryFolder();
	const capture = path.join(folder.path, 'capture.sse');
	writeFileSync(capture, 'event: ping\ndata: {"type": "ping"}\n\n');
	await assert.rejects(
		readRecordedSource(capture, context, true),
		/is not a recording, so nothing can be added/,
	);
	await assert.rejects(readRecordedSource(folder.path, context, false), /has no recordings/);
});
