import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createServer as createHttpServer, request as send} from 'node:http';
import {createSecureServer} from 'node:http2';
import {connect} from 'node:net';
import {buffer, text} from 'node:stream/consumers';
import {describe, test} from 'node:test';
import zlib from 'node:zlib';
import undici from 'undici';
import {posted, proxied} from '../../helpers/proxied.js';

const stream = readFileSync('test/fixtures/streams/thinking-and-text.sse');

/** A beginning, a middle and an end in few bytes. */
const small = Buffer.from(
	[{type: 'message_start', message: {}}, {type: 'ping', text: 'é'}, {type: 'message_stop'}]
		.map(event => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
		.join(''),
);

async function raw(url: string, request: string): Promise<string> {
	const socket = connect(Number(new URL(url).port), '127.0.0.1');
	socket.write(request);
	return text(socket);
}

describe('a request', () => {
	test('keeps its path as it was written', async () => {
		const seen: Array<string | undefined> = [];
		await using tap = await proxied(
			(request, response) => {
				seen.push(request.url);
				response.end();
			},
			{path: '/team'},
		);
		const path = '/v1/../a//b/%2e%2E/%zz?x=1&&y=%20?';
		await raw(tap.url, `GET ${path} HTTP/1.1\r\nHost: ${new URL(tap.url).host}\r\nConnection: close\r\n\r\n`);
		assert.deepEqual(seen, [`/team${path}`]);
	});

	test('loses only the headers of its connection, and those that Connection names', async () => {
		const seen: string[][] = [];
		await using tap = await proxied((request, response) => {
			seen.push(request.rawHeaders);
			response
				.writeHead(200, ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'X-Hop', '1', 'Connection', 'X-Hop'])
				.end();
		});
		const {host} = new URL(tap.url);
		const answer = await raw(
			tap.url,
			`GET / HTTP/1.1\r\nHost: ${host}\r\nX-Two: 1\r\nx-two: 2\r\nX-Mine: 1\r\nConnection: close, X-Mine\r\n\r\n`,
		);
		const passed = seen[0]?.join('\n') ?? '';
		assert.match(passed, /X-Two\n1\nx-two\n2/);
		assert.doesNotMatch(passed, /X-Mine/);
		assert.match(answer, /Set-Cookie: a=1\r\nSet-Cookie: b=2/);
		assert.doesNotMatch(answer, /X-Hop/);
	});

	test('is recorded decoded, and by its size if it is not text', async () => {
		await using tap = await proxied((request, response) => {
			request.resume();
			response.end('{}');
		});
		for (const [encoding, body] of [
			['gzip', zlib.gzipSync('{"model":"m"}')],
			['br', zlib.brotliCompressSync('{"model":"m"}')],
			['', Buffer.from([0xff, 0xfe, 0x00])],
			['gzip', Buffer.from('not compressed')],
		] as const) {
			const headers: Record<string, string> = encoding === '' ? {} : {'content-encoding': encoding};
			await (await posted(`${tap.url}/v1/messages`, body, headers)).toArray();
		}

		await tap.ended(4);
		assert.deepEqual(
			tap.events.flatMap(event => (event.type === 'request' ? [event.body] : [])),
			[{model: 'm'}, {model: 'm'}, '3 bytes, not kept', '14 bytes, not kept'],
		);
	});

	test('that its client leaves half sent is left at the upstream too', async () => {
		const [arrived, left] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
		await using tap = await proxied(request => {
			request.on('error', () => left.resolve());
			request.on('data', () => arrived.resolve());
		});
		const {host} = new URL(tap.url);
		const socket = connect(Number(new URL(tap.url).port), '127.0.0.1');
		socket.write(`POST /v1/messages HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 100\r\n\r\n{"half`);
		await arrived.promise;
		socket.destroy();
		await left.promise;
		await tap.ended();
		const end = tap.events.at(-1);
		assert.equal(end?.type === 'end' && end.outcome, 'aborted', JSON.stringify(end));
	});
});

describe('an answer', () => {
	test('may have hints before it', async () => {
		await using tap = await proxied((_, response) => {
			response.writeEarlyHints({link: '</a>; rel=preload'}, () => response.end('after'));
		});
		const answer = await raw(tap.url, `GET / HTTP/1.0\r\nHost: ${new URL(tap.url).host}\r\n\r\n`);
		assert.match(answer, /^HTTP\/1\.1 103 Early Hints\r\nLink: <\/a>; rel=preload\r\n\r\nHTTP\/1\.1 200 OK/);
		assert.match(answer, /after/);
	});

	test('may have trailers behind it', async () => {
		await using tap = await proxied((_, response) => {
			response.writeHead(200, {'content-type': 'text/event-stream', trailer: 'X-Checksum'});
			response.write(small);
			response.addTrailers({'X-Checksum': 'abc'});
			response.end();
		});
		const response = await posted(`${tap.url}/v1/messages`);
		assert.deepEqual(await buffer(response), small);
		assert.deepEqual({...response.trailers}, {'x-checksum': 'abc'});
	});

	test('of a server with HTTP/2 passes, with its end', async () => {
		const tls = (name: string) => readFileSync(`test/fixtures/tls/${name}.pem`);
		const server = createSecureServer({cert: tls('certificate'), key: tls('key')}, (request, response) => {
			request.resume();
			response.writeHead(200, {'content-type': 'text/event-stream', 'request-id': request.httpVersion});
			response.end(small);
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		const port = typeof address === 'object' ? address?.port : 0;
		try {
			await using tap = await proxied(() => {}, {
				upstream: `https://127.0.0.1:${port}`,
				dispatcher: new undici.Agent({allowH2: true, connect: {ca: tls('certificate')}}),
			});
			const response = await posted(`${tap.url}/v1/messages`);
			assert.deepEqual(await buffer(response), small);
			assert.equal(response.headers['request-id'], '2.0');
			await tap.ended();
			const end = tap.events.at(-1);
			assert.equal(end?.type === 'end' && end.outcome, 'complete');
		} finally {
			server.close();
		}
	});

	test('passes even if nothing of it can be recorded', async t => {
		t.mock.method(process, 'emitWarning', () => {});
		await using tap = await proxied(
			(request, response) => {
				request.resume();
				response.writeHead(200, {'content-type': 'text/event-stream'}).end(stream);
			},
			{
				emit() {
					throw new Error('The disk is full.');
				},
			},
		);
		assert.deepEqual(await buffer(await posted(`${tap.url}/v1/messages`)), stream);
	});

	test('that stays away for thirty minutes is waited for, and so is the next event', async t => {
		t.mock.timers.enable({apis: ['setTimeout', 'setInterval']});
		let next = (_: string) => {};
		const asked = Promise.withResolvers<void>();
		await using tap = await proxied((request, response) => {
			request.resume();
			next = words => void response.write(words);
			asked.resolve();
		});
		const answer = posted(`${tap.url}/v1/messages`);
		await asked.promise;
		t.mock.timers.tick(30 * 60_000);
		next(': one\n\n');
		const response = await answer;
		assert.equal(String((await once(response, 'data'))[0]), ': one\n\n');
		t.mock.timers.tick(30 * 60_000);
		next(': two\n\n');
		assert.equal(String((await once(response, 'data'))[0]), ': two\n\n');
		response.destroy();
		t.mock.timers.reset();
		await tap.ended();
	});
});

test('a client may leave after any byte: the upstream is left, and the end is the client’s until the message is whole', async () => {
	let left = Promise.withResolvers<void>();
	await using tap = await proxied((request, response) => {
		request.resume();
		response.on('close', () => left.resolve());
		response.writeHead(200, {'content-type': 'text/event-stream'});
		response.flushHeaders();
		response.write(small.subarray(0, Number(request.headers['x-bytes'])));
	});
	const whole = small.length;
	for (let bytes = 0; bytes <= whole; bytes++) {
		left = Promise.withResolvers();
		const response = await posted(`${tap.url}/v1/messages`, '{"stream":true}', {'x-bytes': String(bytes)});
		let got = 0;
		while (got < bytes) {
			got += (await once(response, 'data'))[0].length;
		}

		assert.equal(got, bytes);
		response.destroy();
		await left.promise;
		await tap.ended(bytes + 1);
		const end = tap.events.at(-1);
		assert.equal(end?.type === 'end' && end.outcome, bytes === whole ? 'complete' : 'aborted', `${bytes}`);
	}
});

test('a client sees a break of the upstream as it would without the proxy', async () => {
	const breaks = {
		'closed before the answer': (socket: Breaking) => socket.destroy(),
		'reset before the answer': (socket: Breaking) => socket.resetAndDestroy(),
		'closed in the answer': (socket: Breaking, begin: () => void) => {
			begin();
			socket.destroySoon();
		},
	};
	for (const [name, breakOff] of Object.entries(breaks)) {
		const server = createHttpServer((request, response) => {
			breakOff(request.socket, () => response.writeHead(200).write('half'));
		});
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		const direct = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
		await using tap = await proxied(() => {}, {upstream: direct});
		assert.deepEqual(await outcome(tap.url), await outcome(direct), name);
		server.close();
	}
});

type Breaking = {destroy(): void; destroySoon(): void; resetAndDestroy(): void};

/** What a client sees: the bytes, and the code of the error. */
async function outcome(url: string): Promise<readonly [string, string]> {
	let got = '';
	try {
		const response = await posted(`${url}/v1/messages`);
		for await (const bytes of response) {
			got += bytes;
		}

		return [got, 'whole'];
	} catch (error) {
		return [got, error instanceof Error && 'code' in error ? String(error.code) : ''];
	}
}

test('a client that offers HTTP/2 is answered in HTTP/1.1, and a WebSocket is refused with a word', async () => {
	await using tap = await proxied((_, response) => response.end('reached'));
	const ask = async (upgrade: string) => {
		const {promise, resolve} = Promise.withResolvers<readonly [number | undefined, string]>();
		send(tap.url, {headers: {connection: 'Upgrade', upgrade}}, async response =>
			resolve([response.statusCode, await text(response)]),
		).end();
		return promise;
	};
	assert.deepEqual(await ask('h2c'), [200, 'reached']);
	assert.deepEqual(await ask('websocket'), [501, 'This proxy passes HTTP, not WebSockets.\n']);
});
