import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import process from 'node:process';
import {text} from 'node:stream/consumers';
import {test} from 'node:test';
import {startDemoServer} from '../../source/demo/demo-server.js';
import {runProgram} from '../helpers/run-program.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';
import {builtProgram} from '../helpers/terminal.js';

/** A collector on this machine that keeps what it is told. */
const openCollector = async (status = 200) => {
	const told: Array<{readonly url: string; readonly key: string | undefined; readonly body: string}> = [];
	const server = createServer(async (request, response) => {
		const key = request.headers['x-collector-key'];
		told.push({
			url: request.url ?? '',
			key: key === undefined ? key : String(key),
			body: await text(request),
		});
		response.writeHead(status).end('{}');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	return {
		told,
		env: {
			OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
			OTEL_EXPORTER_OTLP_HEADERS: 'x-collector-key=k1',
			ANTHROPIC_API_KEY: 'sk-ant-secret-key-of-nobody',
		},
		[Symbol.dispose]() {
			server.close();
			server.closeAllConnections();
		},
	};
};

const namesOf = (body: string): readonly string[] =>
	JSON.parse(body).resourceSpans[0].scopeSpans[0].spans.map(({name}: {readonly name: string}) => name);

test('ask, compare and an export send spans and histograms to the collector, without texts and keys', async () => {
	using collector = await openCollector();
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'a.ndjson');
	const {env, told} = collector;
	const demo = ['--demo', 'chat', '--demo-speed', 'max'];
	const asked = await runProgram(['ask', ...demo, '--record', file, 'Secret question'], {env});
	assert.equal(asked.code, 0);
	assert.deepEqual(told.map(({url}) => url).toSorted(), ['/v1/metrics', '/v1/traces']);
	assert.ok(told.every(({key, body}) => key === 'k1' && !/Secret|sk-ant/.test(body)));
	const traces = told.find(({url}) => url === '/v1/traces');
	assert.match(namesOf(traces?.body ?? '').join(), /^chat claude-[^,]+,POST$/);

	told.length = 0;
	await runProgram(['compare', ...demo, 'Hello'], {env});
	assert.equal(told.filter(({url}) => url === '/v1/traces').length, 2);

	told.length = 0;
	const exported = await runProgram(
		['sessions', 'export', file, '--to', 'otlp', '--otel-content', '--send'],
		{env},
	);
	assert.match(exported.stderr, /Sent to http/);
	assert.match(told.find(({url}) => url === '/v1/traces')?.body ?? '', /Secret question/);

	const {stdout} = await runProgram(['sessions', 'export', file, '--to', 'otlp']);
	const lines = stdout
		.trimEnd()
		.split('\n')
		.map(line => Object.keys(JSON.parse(line)).join());
	assert.deepEqual(lines, ['resourceSpans', 'resourceMetrics']);
});

test('a tap tells the collector about each exchange that passed it', async () => {
	using collector = await openCollector();
	const server = await startDemoServer({scenario: 'words', speed: 'max', seed: 1});
	try {
		const client = [process.execPath, builtProgram, 'ask', '--no-record', 'Secret question'];
		const {code} = await runProgram(['tap', '--no-record', '--upstream', server.url, '--', ...client], {
			env: collector.env,
		});
		assert.equal(code, 0);
		const tapped = collector.told.filter(({url, body}) => url === '/v1/traces' && body.includes('"tap '));
		assert.equal(tapped.length, 1);
		assert.match(namesOf(tapped[0]?.body ?? '').join(), /^chat [^,]+,POST$/);
		assert.doesNotMatch(tapped[0]?.body ?? '', /Secret|sk-ant/);
	} finally {
		await server.close();
	}
});

test('a collector that refuses or is not there is one line at the end, and nothing else changes', async () => {
	using refusing = await openCollector(503);
	const closed = await openCollector();
	closed[Symbol.dispose]();
	const ask = ['ask', '--demo', 'chat', '--demo-speed', 'max', 'Hello'];
	const plain = await runProgram(ask);
	for (const [env, words] of [
		[refusing.env, /OpenTelemetry: not sent to http:\/\/127\.0\.0\.1:\d+: status 503\.$/],
		[
			{OTEL_EXPORTER_OTLP_ENDPOINT: closed.env.OTEL_EXPORTER_OTLP_ENDPOINT},
			/OpenTelemetry: not sent to .*: the connection was refused\.$/,
		],
		[{OTEL_EXPORTER_OTLP_ENDPOINT: 'nonsense'}, /OpenTelemetry: not sent to an address that is none: /],
	] as const) {
		const {code, stdout, stderr} = await runProgram(ask, {env});
		assert.equal(code, plain.code);
		assert.equal(stdout, plain.stdout);
		assert.match(stderr.trimEnd().split('\n').at(-1) ?? '', words);
	}
});

test('--send without a collector, and its flags without their format, are refused', async () => {
	using folder = temporaryFolder();
	const file = path.join(folder.path, 'a.ndjson');
	await runProgram(['ask', '--demo', 'chat', '--demo-speed', 'max', '--record', file, 'Hello']);
	const lost = await runProgram(['sessions', 'export', file, '--to', 'otlp', '--send']);
	assert.equal(lost.code, 2);
	assert.match(lost.stderr, /Set OTEL_EXPORTER_OTLP_ENDPOINT/);
	const wrong = await runProgram(['sessions', 'export', file, '--to', 'md', '--otel-content']);
	assert.match(wrong.stderr, /--otel-content needs --to otlp/);
});
