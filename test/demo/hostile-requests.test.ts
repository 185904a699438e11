import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {text} from 'node:stream/consumers';
import {describe, test} from 'node:test';
import {type DemoServer, startDemoServer} from '../../source/demo/demo-server.js';
import {createJournal} from '../../source/demo/journal.js';
import {eventually} from '../helpers/eventually.js';
import {ask, post, textOf} from './demo-client.js';

const patience = {headers: 200, request: 400};

async function serving<T>(use: (server: DemoServer) => Promise<T>): Promise<T> {
	const server = await startDemoServer({scenario: 'words', speed: 'max', seed: 1, patience});
	try {
		return await use(server);
	} finally {
		await server.close();
	}
}

/** Sends bytes as they are. Resolves to what comes back until the connection ends. */
async function exchanged(server: DemoServer, bytes: string): Promise<string> {
	const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
	socket.write(bytes, 'latin1');
	return text(socket);
}

/** The status and the error of what comes back. */
async function sent(server: DemoServer, bytes: string) {
	const answer = await exchanged(server, bytes);
	const [, status] = /^HTTP\/1\.1 (\d+)/.exec(answer) ?? [];
	const [, body = '{}'] = answer.split('\r\n\r\n');
	return {
		status: Number(status),
		error: JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1)).error,
	};
}

const head = 'host: x\r\nx-api-key: k\r\nanthropic-version: 2023-06-01\r\nconnection: close\r\n';

describe('the demo server', () => {
	for (const [what, bytes, status, type] of [
		['no HTTP at all', '\x16\x03\x01 hello\r\n\r\n', 400, 'invalid_request_error'],
		[
			'a header without a colon',
			'GET /v1/models HTTP/1.1\r\nhost: x\r\nnonsense\r\n\r\n',
			400,
			'invalid_request_error',
		],
		[
			'two lengths of one body',
			`POST /v1/messages HTTP/1.1\r\n${head}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
			400,
			'invalid_request_error',
		],
		[
			'headers of 20 KB',
			`GET /v1/models HTTP/1.1\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`,
			431,
			'invalid_request_error',
		],
		['headers that do not end', `GET /v1/models HTTP/1.1\r\nhost: x\r\n`, 408, 'invalid_request_error'],
		[
			'a body that does not end',
			`POST /v1/messages HTTP/1.1\r\n${head}content-length: 999\r\n\r\n{"model"`,
			408,
			'invalid_request_error',
		],
		[
			'a path that leaves the API',
			`GET /v1/../../etc/passwd HTTP/1.1\r\n${head}\r\n`,
			404,
			'not_found_error',
		],
		[
			'an encoded path that leaves it',
			`GET /v1/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n${head}\r\n`,
			404,
			'not_found_error',
		],
		['a path of another host', `GET //evil/v1/models HTTP/1.1\r\n${head}\r\n`, 404, 'not_found_error'],
		[
			'the address of another host',
			`GET http://evil/v1/models HTTP/1.1\r\n${head}\r\n`,
			404,
			'not_found_error',
		],
		['a zero byte in the path', `GET /v1/models/%00 HTTP/1.1\r\n${head}\r\n`, 404, 'not_found_error'],
		[
			'an inherited name as a model',
			`GET /v1/models/__proto__ HTTP/1.1\r\n${head}\r\n`,
			404,
			'not_found_error',
		],
		[
			'a body in chunks that are none',
			`POST /v1/messages HTTP/1.1\r\n${head}transfer-encoding: chunked\r\n\r\nzz\r\n`,
			400,
			'invalid_request_error',
		],
		[
			'a request without a host',
			'GET /v1/models HTTP/1.1\r\nx-api-key: k\r\nconnection: close\r\n\r\n',
			400,
			'invalid_request_error',
		],
		[
			'an expectation that it cannot meet, before the body',
			`POST /v1/messages HTTP/1.1\r\n${head}expect: wonders\r\ncontent-length: 9\r\n\r\n`,
			417,
			'invalid_request_error',
		],
		[
			'a client that takes it for a proxy',
			'CONNECT evil:443 HTTP/1.1\r\nhost: evil\r\n\r\n',
			405,
			'invalid_request_error',
		],
		['an unknown method', `PROPFIND /v1/messages HTTP/1.1\r\n${head}\r\n`, 405, 'invalid_request_error'],
	] as const) {
		test(`answers ${status} to ${what}`, async () => {
			await serving(async server => {
				const answer = await sent(server, bytes);
				assert.deepEqual([answer.status, answer.error?.type], [status, type]);
				assert.match(answer.error.message, /\w/);
			});
		});
	}

	test('refuses a body that is nested as deep as no stack, not UTF-8, or no JSON', async () => {
		await serving(async server => {
			const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
			const content = (block: string) =>
				`{"model":"m","max_tokens":1,"messages":[{"role":"user","content":[{"type":"text","text":"a","x":${block}}]}]}`;
			for (const body of [deep, content(deep), '\ud800', '{"a":', 'null', '"text"', '1e999']) {
				const response = await post(server.url, body);
				const {error} = (await response.json()) as {error: {type: string}};
				assert.deepEqual([response.status, error.type], [400, 'invalid_request_error'], body.slice(0, 20));
			}
		});
	});

	test('speaks HTTP/1.0, answers in turn to requests that come together, and says when to send a body', async () => {
		await serving(async server => {
			const body = JSON.stringify({...ask('Hi'), stream: true});
			const request = (version: string, besides: string) =>
				`POST /v1/messages HTTP/${version}\r\n${besides}host: x\r\nx-api-key: k\r\nanthropic-version: 2023-06-01\r\ncontent-length: ${body.length}\r\n\r\n`;
			const last = 'connection: close\r\n';
			const old = await exchanged(server, request('1.0', '') + body);
			assert.match(old, /^HTTP\/1\.1 200 OK\r\n.*message_stop" *\}\n\n$/s);
			assert.doesNotMatch(old, /transfer-encoding/i);
			const both = await exchanged(server, request('1.1', '') + body + request('1.1', last) + body);
			assert.deepEqual(both.match(/HTTP\/1\.1 \d+|message_stop"/g), [
				'HTTP/1.1 200',
				'message_stop"',
				'HTTP/1.1 200',
				'message_stop"',
			]);
			const expecting = await exchanged(server, request('1.1', `expect: 100-continue\r\n${last}`) + body);
			assert.match(expecting, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
		});
	});

	test('keeps in its journal what it refused, and who ended the streams that were open when it stopped', async () => {
		const journal = createJournal({limit: 9, keepsBodies: true, now: () => 5});
		const server = await startDemoServer({
			...{scenario: 'chat', speed: 0.25, seed: 1, patience},
			watchers: [journal.watch],
		});
		await exchanged(server, `POST /v1/messages HTTP/1.1\r\n${head}transfer-encoding: chunked\r\n\r\nzz\r\n`);
		const [refused] = journal.entries();
		assert.deepEqual([refused?.status, refused?.endedBy], [400, 'server']);
		assert.match(Buffer.concat(refused?.body ?? []).toString(), /not a request in HTTP/);
		const open = post(server.url, {...ask('Hi'), stream: true});
		await eventually(() => journal.entries().length, 2);
		await server.close();
		await assert.rejects(async () => (await open).text());
		await eventually(() => journal.entries()[1]?.endedBy, 'server');
	});

	test('still answers others after all of that', async () => {
		await serving(async server => {
			await sent(server, 'nonsense\r\n\r\n');
			const response = await post(server.url, ask('Hi'));
			assert.match(textOf((await response.json()) as Parameters<typeof textOf>[0]), /^heron01/);
		});
	});
});
