import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {connect} from 'node:net';
import {buffer, text} from 'node:stream/consumers';
import {describe, test} from 'node:test';
import zlib from 'node:zlib';
import {posted, proxied} from '../../helpers/proxied.js';

const stream = readFileSync('test/fixtures/streams/thinking-and-text.sse');

/** Sends bytes in pieces of a size, each once the one before has left. */
async function inPieces(response: ServerResponse, bytes: Buffer, size: number) {
	for (let start = 0; start < bytes.length; start += size) {
		await new Promise<void>(resolve => {
			response.write(bytes.subarray(start, start + size), () => setImmediate(resolve));
		});
	}

	response.end();
}

const encodings: ReadonlyArray<readonly [string, (bytes: Buffer) => Buffer]> = [
	['', bytes => bytes],
	['gzip', bytes => zlib.gzipSync(bytes)],
	['br', bytes => zlib.brotliCompressSync(bytes)],
	['deflate', bytes => zlib.deflateSync(bytes)],
	...(zlib.zstdCompressSync ? [['zstd', (bytes: Buffer) => zlib.zstdCompressSync(bytes)] as const] : []),
];

describe('what passes the proxy', () => {
	for (const [encoding, encode] of encodings) {
		test(`is the same to the byte in reads of any size, and told decoded: ${encoding || 'plain'}`, async () => {
			const body = encode(stream);
			for (const size of [1, 37, 1400, body.length]) {
				// Thousands of reads of one byte say no more than a few hundred.
				const sent = size === 1 ? body.subarray(0, 700) : body;
				await using tap = await proxied((request, response) => {
					request.resume();
					response.writeHead(200, {
						'Content-Type': 'text/event-stream',
						'X-Odd-Case': 'Kept',
						...(encoding && {'content-encoding': encoding}),
					});
					void inPieces(response, sent, size);
				});
				const response = await posted(`${tap.url}/v1/messages`);
				assert.deepEqual(await buffer(response), sent);
				assert.ok(response.rawHeaders.includes('X-Odd-Case'));
				await tap.ended();
				const told = tap.events.filter(event => event.type === 'sse');
				// The first block of zstd is longer than what is sent byte by byte.
				if (size !== 1 || encoding !== 'zstd') {
					assert.equal(told[0]?.event, 'message_start', `${encoding} in pieces of ${size}`);
				}

				if (size !== 1) {
					assert.equal(told.at(-1)?.event, 'message_stop');
					const end = tap.events.at(-1);
					assert.equal(end?.type === 'end' && end.outcome, 'complete');
				}
			}
		});
	}

	test('is the request as it was sent, in any encoding, to the upstream’s own path and query', async () => {
		const seen: Array<{url: string | undefined; body: string; headers: IncomingMessage['headers']}> = [];
		await using tap = await proxied(
			async (request, response) => {
				seen.push({
					url: request.url,
					body: (await buffer(request)).toString('base64'),
					headers: request.headers,
				});
				response.end('{}');
			},
			{path: '/team?tenant=1'},
		);
		const body = zlib.gzipSync('{"model":"m"}');
		await (
			await posted(`${tap.url}/v1/messages?beta=true`, body, {
				'content-encoding': 'gzip',
				'x-api-key': 'sk-secret-123456',
			})
		).toArray();
		assert.equal(seen[0]?.url, '/team/v1/messages?tenant=1&beta=true');
		assert.equal(seen[0]?.body, body.toString('base64'));
		assert.equal(seen[0]?.headers['x-api-key'], 'sk-secret-123456');
		assert.equal(seen[0]?.headers.host, `127.0.0.1:${tap.upstreamPort}`);
		await tap.ended();
		assert.doesNotMatch(JSON.stringify(tap.events), /sk-secret/);
	});

	test('is an error of the API too, with its status and the advice when to come back', async () => {
		await using tap = await proxied((_, response) =>
			response
				.writeHead(529, {'retry-after': '7', 'content-type': 'application/json'})
				.end('{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}'),
		);
		const response = await posted(`${tap.url}/v1/messages`);
		assert.deepEqual([response.statusCode, response.headers['retry-after']], [529, '7']);
		assert.match(await text(response), /Overloaded/);
		await tap.ended();
		const end = tap.events.at(-1);
		assert.equal(end?.type === 'end' && end.error?.kind, 'overloaded_error');
	});

	test('is lines of JSON too, a row each, without a verdict', async () => {
		await using tap = await proxied((_, response) =>
			response
				.writeHead(200, {'content-type': 'application/x-ndjson'})
				.end('{"response":"a"}\n{"response":"b"}\n{"done":true}'),
		);
		await (await posted(`${tap.url}/api/generate`)).toArray();
		await tap.ended();
		assert.deepEqual(
			tap.events.filter(event => event.type === 'sse').map(({data}) => data),
			['{"response":"a"}', '{"response":"b"}', '{"done":true}'],
		);
	});
});

describe('an end', () => {
	const half = stream.subarray(0, Math.floor(stream.length / 2));
	const begun = (response: ServerResponse) =>
		new Promise<void>(resolve => {
			response.writeHead(200, {'content-type': 'text/event-stream'});
			response.write(half, () => setImmediate(resolve));
		});

	for (const [how, breakOff] of [
		['closed', (response: ServerResponse) => response.socket?.destroySoon()],
		['reset', (response: ServerResponse) => response.socket?.resetAndDestroy()],
	] as const) {
		test(`of an upstream that is ${how} in the middle reaches the client, with the half event kept`, async () => {
			await using tap = await proxied(async (_, response) => {
				await begun(response);
				breakOff(response);
			});
			const response = await posted(`${tap.url}/v1/messages`);
			const got: Buffer[] = [];
			await assert.rejects(async () => {
				for await (const bytes of response) {
					got.push(bytes);
				}
			});
			assert.deepEqual(Buffer.concat(got), half);
			await tap.ended();
			const last = tap.events.findLast(event => event.type === 'sse');
			assert.equal(last?.unterminated, true);
			const end = tap.events.at(-1);
			assert.equal(end?.type === 'end' && end.error?.kind, 'connection_lost');
		});
	}

	test('by the client reaches the upstream, and is told as the client’s', async () => {
		const left = Promise.withResolvers<void>();
		await using tap = await proxied(async (_, response) => {
			response.on('close', () => left.resolve());
			await begun(response);
		});
		const response = await posted(`${tap.url}/v1/messages`);
		await once(response, 'data');
		response.destroy();
		await left.promise;
		await tap.ended();
		const end = tap.events.at(-1);
		assert.equal(end?.type === 'end' && end.outcome, 'aborted');
	});

	test('of an upstream that cannot be reached is a 502 that says so', async () => {
		await using tap = await proxied(() => {}, {upstream: 'http://127.0.0.1:1'});
		const response = await posted(`${tap.url}/v1/messages`);
		assert.equal(response.statusCode, 502);
		assert.match(await text(response), /streamscope: the upstream did not answer/);
		await tap.ended();
		const end = tap.events.at(-1);
		assert.equal(end?.type === 'end' && end.error?.kind, 'ECONNREFUSED');
	});
});

test('a client that does not read holds the upstream back', async () => {
	const big = Buffer.alloc(64 * 1024 * 1024, 'a');
	let written = 0;
	const stalled = Promise.withResolvers<void>();
	await using tap = await proxied(async (_, response) => {
		response.writeHead(200, {'content-type': 'application/octet-stream'});
		for (let start = 0; start < big.length; start += 65_536) {
			const isTaken = response.write(big.subarray(start, start + 65_536));
			written += 65_536;
			if (!isTaken) {
				// Gives the proxy every chance to read on.
				const drained = once(response, 'drain');
				const isHeldBack = await Promise.race([
					drained.then(() => false),
					new Promise<boolean>(resolve => setTimeout(resolve, 300, true)),
				]);
				if (isHeldBack) {
					stalled.resolve();
					return;
				}
			}
		}

		stalled.reject(new Error('everything was taken'));
	});
	const response = await posted(`${tap.url}/file`);
	response.pause();
	await stalled.promise;
	assert.ok(written < big.length);
	response.destroy();
});

test('exchanges of several clients at once are kept apart, and a retry is an attempt of its exchange', async () => {
	let count = 0;
	await using tap = await proxied((request, response) => {
		request.resume();
		count++;
		response
			.writeHead(count === 1 ? 529 : 200, {'content-type': 'text/event-stream'})
			.end(count === 1 ? '' : stream);
	});
	const ask = (retries: number, body: string) =>
		posted(`${tap.url}/v1/messages`, body, {'x-stainless-retry-count': String(retries)}).then(answer =>
			answer.toArray(),
		);
	await ask(0, '{"a":1}');
	await Promise.all([ask(1, '{"a":1}'), ask(0, '{"b":2}')]);
	await tap.ended(2);
	const requests = tap.events.filter(event => event.type === 'request');
	assert.deepEqual(requests.map(({exchange, attempt}) => [exchange, attempt]).sort(), [
		[1, 1],
		[1, 2],
		[2, 1],
	]);
});

test('the program that asks is told by its name, and no other header of it but the version and the betas', async () => {
	await using tap = await proxied((_, response) => response.end('{}'));
	await (
		await posted(`${tap.url}/v1/messages`, '{}', {
			...{'user-agent': `cli/sk-secret-123456 ${'x'.repeat(300)}`, 'anthropic-version': '2023-06-01'},
			...{cookie: 'a=b', 'x-api-key': 'sk-secret-123456'},
		})
	).toArray();
	await tap.ended();
	const [request] = tap.events.filter(event => event.type === 'request');
	const {'user-agent': agent = '', ...others} = request?.headers ?? {};
	assert.match(agent, /^cli\/… x+$/);
	assert.equal(agent.length <= 200, true);
	assert.deepEqual(others, {'anthropic-version': '2023-06-01'});
});

describe('the proxy refuses', () => {
	test('websites, other names for this machine, and to be an open proxy', async () => {
		await using tap = await proxied((_, response) => response.end('reached'));
		const {port} = new URL(tap.url);
		for (const headers of [
			{origin: 'https://evil.test'},
			{host: `evil.test:${port}`},
			{'sec-fetch-site': 'cross-site'},
		]) {
			assert.equal((await posted(`${tap.url}/v1/messages`, '', headers)).statusCode, 403);
		}

		const raw = async (line: string) => {
			const socket = connect(Number(port), '127.0.0.1');
			socket.write(`${line}\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
			return (await text(socket)).split('\r\n')[0];
		};
		assert.equal(await raw('GET http://elsewhere.test/ HTTP/1.1'), 'HTTP/1.1 400 Bad Request');
		assert.equal(await raw('CONNECT elsewhere.test:443 HTTP/1.1'), 'HTTP/1.1 405 Method Not Allowed');
		assert.equal(
			await text(await posted(`${tap.url}/v1/messages`, '', {host: `localhost:${port}`})),
			'reached',
		);
	});

	test('paths without its token, where it has one', async () => {
		await using tap = await proxied((request, response) => response.end(request.url), {token: 'abc'});
		const {origin} = new URL(tap.url);
		assert.equal((await posted(`${origin}/v1/messages`, '')).statusCode, 403);
		assert.equal((await posted(`${origin}/abcd/v1/messages`, '')).statusCode, 403);
		assert.equal(await text(await posted(`${tap.url}/v1/messages`, '')), '/v1/messages');
	});
});
