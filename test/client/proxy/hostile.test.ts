import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {once} from 'node:events';
import {type AddressInfo, connect, createServer, type Socket} from 'node:net';
import {text} from 'node:stream/consumers';
import {describe, test} from 'node:test';
import {createHolds} from '../../../source/client/proxy/holds.js';
import {posted, proxied} from '../../helpers/proxied.js';

const good = 'HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n';
const event = 'event: ping\ndata: {"type":"ping"}\n\n';

/** Answers of a server that is broken or means harm. */
const answers: Readonly<Record<string, string | Buffer>> = {
	'no HTTP at all': '\u0000\u0001\u0002\r\n\r\n',
	'a status that is no number': 'HTTP/1.1 abc OK\r\n\r\n',
	'a status of 999': 'HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n',
	'a status message of odd bytes': Buffer.concat([
		Buffer.from('HTTP/1.1 200 '),
		Buffer.from([0xff, 0xfe, 0xe9]),
		Buffer.from('\r\nContent-Length: 0\r\n\r\n'),
	]),
	'a header that breaks its line': `${good}X-A: a\rSet-Cookie: b=1\r\nContent-Length: 0\r\n\r\n`,
	'a header with a NUL': `${good}X-A: a\u0000b\r\nContent-Length: 0\r\n\r\n`,
	'a header without a name': `${good}: a\r\nContent-Length: 0\r\n\r\n`,
	'a header of a megabyte': `${good}X-A: ${'a'.repeat(1024 * 1024)}\r\n\r\n`,
	'two lengths': `${good}Content-Length: 3\r\nContent-Length: 5\r\n\r\nabcde`,
	'a length and chunks': `${good}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n`,
	'a chunk of no size': `${good}Transfer-Encoding: chunked\r\n\r\nzz\r\n${event}\r\n0\r\n\r\n`,
	'a chunk of a huge size': `${good}Transfer-Encoding: chunked\r\n\r\nfffffffffffffff\r\n${event}`,
	'trailers that cannot be': `${good}Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX-T: a\u0000b\r\n\r\n`,
	'a redirect to elsewhere': 'HTTP/1.1 302 Found\r\nLocation: http://evil.test/\r\nContent-Length: 0\r\n\r\n',
	'gzip that is none': `${good}Content-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello`,
	'compression that does not exist': `${good}Content-Encoding: ${'gzip, '.repeat(200)}\r\nContent-Length: 5\r\n\r\nhello`,
	'another protocol': 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
	'endless early answers': `${'HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n'.repeat(500)}`,
	'an event of half a character': Buffer.concat([
		Buffer.from(`${good}Content-Length: 8\r\n\r\ndata: `),
		Buffer.from([0xe2, 0x82]),
	]),
};

/** A server that sends bytes for each request, and closes. */
async function sending(bytes: string | Buffer) {
	const server = createServer((socket: Socket) => {
		socket.on('error', () => {});
		socket.once('data', () => socket.end(bytes));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	return {url: `http://127.0.0.1:${port}`, [Symbol.dispose]: () => server.close()};
}

describe('an upstream that sends', () => {
	for (const [what, bytes] of Object.entries(answers)) {
		for (const alter of [false, true]) {
			test(`${what} ends its exchange, and harms nothing else${alter ? ', also where streams are altered' : ''}`, async () => {
				using server = await sending(bytes);
				await using tap = await proxied(() => {}, {
					upstream: server.url,
					...(alter ? {alter: {alterations: () => [], holds: createHolds(null)}} : {}),
				});
				const got = posted(`${tap.url}/v1/messages`).then(
					async response => ({status: response.statusCode, body: await text(response).catch(() => null)}),
					() => null,
				);
				const answer = await got;
				await tap.ended();
				// What came is passed on, or the connection breaks off, or the proxy says that it got no answer.
				assert.ok(answer === null || answer.status !== undefined);
				const [request] = tap.events;
				assert.equal(request?.type, 'request');
				assert.equal(tap.events.filter(({type}) => type === 'end').length, 1);
			});
		}
	}
});

/** Requests of a client that is broken or means harm. `HOST` stands for the address of the proxy. */
const requests: Readonly<Record<string, string>> = {
	'no HTTP at all': '\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n',
	'a method that does not exist': 'BREW /v1/messages HTTP/1.1\r\nHost: HOST\r\n\r\n',
	'a path with a line break': 'GET /a\rb HTTP/1.1\r\nHost: HOST\r\n\r\n',
	'a length and chunks':
		'POST /v1/messages HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n',
	'two lengths': 'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
	'an odd encoding of its body': 'POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: identity, x\r\n\r\nab',
	'a length that is negative': 'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: -5\r\n\r\nab',
	'two hosts': 'GET / HTTP/1.1\r\nHost: HOST\r\nHost: evil.test\r\n\r\n',
	'a header with a NUL': 'GET / HTTP/1.1\r\nHost: HOST\r\nX-A: a\u0000b\r\n\r\n',
	'a header that is folded': 'GET / HTTP/1.1\r\nHost: HOST\r\nX-A: a\r\n b\r\n\r\n',
	'headers of a megabyte': `GET / HTTP/1.1\r\nHost: HOST\r\nX-A: ${'a'.repeat(1024 * 1024)}\r\n\r\n`,
	'a chunk of no size': 'POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
	'a JSON of depth': `POST /v1/messages HTTP/1.1\r\nHost: HOST\r\nContent-Length: 200000\r\n\r\n${'['.repeat(200_000)}`,
};

test('what a client sends that is broken or means harm reaches no one, or its own answer, and others go on', async () => {
	const seen: Array<string | undefined> = [];
	await using tap = await proxied((request, response) => {
		seen.push(request.url);
		request.resume();
		request.on('error', () => {});
		response.end('reached');
	});
	const {host, port} = new URL(tap.url);
	for (const [what, bytes] of Object.entries(requests)) {
		const socket = connect(Number(port), '127.0.0.1');
		socket.on('error', () => {});
		socket.end(bytes.replaceAll('HOST', host));
		const answer = await text(socket).catch(() => '');
		assert.doesNotMatch(answer, /streamscope\/|at Object\.|\.ts:/, what);
		const next = await posted(`${tap.url}/after`, '');
		assert.equal(await text(next), 'reached', what);
	}

	assert.ok(!seen.includes('/smuggled'));
});
