import assert from 'node:assert/strict';
import {Buffer} from 'node:buffer';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import type {ServerResponse} from 'node:http';
import {buffer, text} from 'node:stream/consumers';
import {describe, test} from 'node:test';
import zlib from 'node:zlib';
import {readAlteration} from '../../../source/analysis/alteration/read-alteration.js';
import {createHolds, type Holds} from '../../../source/client/proxy/holds.js';
import type {AlteredEvent, TraceEvent} from '../../../source/trace/trace-event.js';
import {parseSse} from '../../../source/wire/parse-sse.js';
import {posted, proxied} from '../../helpers/proxied.js';

const stream = readFileSync('test/fixtures/streams/thinking-and-text.sse');
const sent = parseSse(stream.toString());

const small = ['message_start', 'ping', 'message_stop'];
const smallBody = small.map(type => `event: ${type}\ndata: ${JSON.stringify({type, n: 1})}\n\n`).join('');

const altering = (changes: readonly string[], holds: Holds = createHolds(null)) => {
	const alterations = changes.map(words => {
		const read = readAlteration(words);
		return read.isRead ? read.alteration : assert.fail(read.message);
	});
	return {alterations: () => alterations, holds};
};

const answering =
	(body: Buffer | string, headers: Record<string, string> = {}, status = 200) =>
	(_: unknown, response: ServerResponse) =>
		response.writeHead(status, {'content-type': 'text/event-stream', ...headers}).end(body);

const alteredIn = (events: readonly TraceEvent[]): readonly AlteredEvent[] =>
	events.filter(event => event.type === 'altered');

/** How the client got a small stream, and what the trace says of it. */
async function small3(...changes: readonly string[]) {
	await using tap = await proxied(answering(smallBody), {alter: altering(changes)});
	const got = await text(await posted(`${tap.url}/v1/messages`));
	await tap.ended();
	return {
		got: parseSse(got).map(({event, data}) => `${event} ${data}`),
		sent: tap.events.filter(event => event.type === 'sse').map(({event}) => event),
		told: alteredIn(tap.events).map(({how, sse, of, event, data}) => [how, `${sse} ${of}`, event, data]),
		end: tap.events.at(-1),
	};
}

const [start, ping, stop] = small.map(type => `${type} {"type":"${type}","n":1}`);

describe('a stream that is altered', () => {
	test('lacks what is dropped, and the trace holds what was sent', async () => {
		const {got, sent, told, end} = await small3('drop type:ping');
		assert.deepEqual(got, [start, stop]);
		assert.deepEqual(sent, small);
		assert.deepEqual(told, [['dropped', '2 ping', undefined, undefined]]);
		assert.equal(end?.type === 'end' && end.outcome, 'complete');
	});

	test('has what is edited, named for its new type', async () => {
		const {got, told} = await small3('edit type:ping {"type":"pong","n":null,"new":true}');
		assert.deepEqual(got, [start, 'pong {"type":"pong","new":true}', stop]);
		assert.deepEqual(told, [['edited', '2 ping', 'pong', '{"type":"pong","new":true}']]);
	});

	test('has what is injected, on the side that was asked for', async () => {
		const {got, told} = await small3(
			'inject before type:ping {"type":"a"}',
			'inject after type:ping {"type":"b"}',
			'drop type:ping',
		);
		assert.deepEqual(got, [start, 'a {"type":"a"}', 'b {"type":"b"}', stop]);
		assert.deepEqual(
			told.map(([how, sse]) => [how, sse]),
			[
				['injected', '2 ping'],
				['dropped', '2 ping'],
				['injected', '2 ping'],
			],
		);
	});

	test('waits for what is delayed, and keeps its order', async () => {
		const {got, told} = await small3('delay 40ms type:ping');
		assert.deepEqual(got, [start, ping, stop]);
		assert.deepEqual(told, [['delayed', '2 ping', undefined, undefined]]);
	});

	test('breaks off where it is cut', async () => {
		await using tap = await proxied(answering(smallBody), {alter: altering(['cut type:ping'])});
		const response = await posted(`${tap.url}/v1/messages`);
		let got = '';
		await assert.rejects(async () => {
			for await (const bytes of response) {
				got += bytes;
			}
		});
		assert.equal(got, smallBody.slice(0, smallBody.indexOf('event: ping')));
		await tap.ended();
		assert.deepEqual(
			alteredIn(tap.events).map(({how, sse}) => [how, sse]),
			[['cut', 2]],
		);
	});

	test('keeps every byte of what is not altered, in any compression and reads of any size', async () => {
		for (const [encoding, body] of [
			['', stream],
			['gzip', zlib.gzipSync(stream)],
			['br', zlib.brotliCompressSync(stream)],
		] as const) {
			const headers: Record<string, string> = encoding === '' ? {} : {'content-encoding': encoding};
			await using tap = await proxied(answering(body, headers), {
				alter: altering(['drop type:never', 'delay 1ms type:content_block_start']),
			});
			const response = await posted(`${tap.url}/v1/messages`);
			assert.equal(response.headers['content-encoding'], undefined);
			assert.deepEqual(await buffer(response), stream, encoding);
			await tap.ended();
			const told = tap.events.filter(event => event.type === 'sse');
			assert.deepEqual(
				told.map(({data}) => data),
				sent.map(({data}) => data),
			);
		}
	});

	test('is a stream: an error, JSON and compression that is not known pass as they are', async () => {
		for (const [headers, status] of [
			[{'content-type': 'application/json'}, 200],
			[{}, 529],
			[{'content-encoding': 'compress'}, 200],
		] as const) {
			await using tap = await proxied(answering(smallBody, headers, status), {
				alter: altering(['drop type:ping']),
			});
			assert.equal(await text(await posted(`${tap.url}/v1/messages`)), smallBody);
		}
	});

	test('may be of lines', async () => {
		await using tap = await proxied(
			answering('{"n":1}\n{"n":2}\n', {'content-type': 'application/x-ndjson'}),
			{alter: altering(['drop json:n=1', 'inject after json:n=2 {"n":3}'])},
		);
		assert.equal(await text(await posted(`${tap.url}/api/chat`)), '{"n":2}\n{"n":3}\n');
	});
});

describe('a stream that is held', () => {
	test('goes on when it is let go, and the trace has both', async () => {
		const held = Promise.withResolvers<void>();
		const holds = createHolds(null);
		await using tap = await proxied(answering(smallBody), {
			alter: altering(['hold type:ping'], holds),
			emit: event => event.type === 'altered' && event.how === 'held' && held.resolve(),
		});
		const response = await posted(`${tap.url}/v1/messages`);
		const [first] = await once(response, 'data');
		assert.equal(String(first), smallBody.slice(0, smallBody.indexOf('event: ping')));
		await held.promise;
		assert.equal(holds.release(9), null);
		assert.equal(holds.release(1), 1);
		assert.equal(holds.release(), null);
		assert.equal(await text(response), smallBody.slice(smallBody.indexOf('event: ping')));
		await tap.ended();
		const told = alteredIn(tap.events);
		assert.deepEqual(
			told.map(({how, sse}) => [how, sse]),
			[
				['held', 2],
				['released', 2],
			],
		);
		assert.ok((told[1]?.late ?? -1) >= 0);
	});

	test('goes on by itself after its time', async () => {
		await using tap = await proxied(answering(smallBody), {
			alter: altering(['hold type:message_stop'], createHolds(20)),
		});
		assert.equal(await text(await posted(`${tap.url}/v1/messages`)), smallBody);
	});

	test('and whose client leaves says what it did not get', async () => {
		const held = Promise.withResolvers<void>();
		const holds = createHolds(null);
		await using tap = await proxied(answering(smallBody), {
			alter: altering(['hold type:ping'], holds),
			emit: event => event.type === 'altered' && held.resolve(),
		});
		const response = await posted(`${tap.url}/v1/messages`);
		await held.promise;
		response.destroy();
		await tap.ended();
		assert.deepEqual(
			alteredIn(tap.events).map(({how, sse}) => [how, sse]),
			[
				['held', 2],
				['undelivered', 2],
			],
		);
		assert.equal(holds.release(), null);
	});

	test('holds its server back before much has gathered', async () => {
		const event = `data: ${'x'.repeat(65_000)}\n\n`;
		const stalled = Promise.withResolvers<void>();
		await using tap = await proxied(
			async (_, response) => {
				response.writeHead(200, {'content-type': 'text/event-stream'});
				for (let count = 0; count < 1000; count++) {
					const isTaken = response.write(event);
					const wait = new Promise<boolean>(resolve => setTimeout(resolve, 300, true));
					if (!isTaken && (await Promise.race([once(response, 'drain').then(() => false), wait]))) {
						stalled.resolve();
						return;
					}
				}

				stalled.reject(new Error('everything was taken'));
			},
			{alter: altering(['hold bytes>1'])},
		);
		const response = await posted(`${tap.url}/v1/messages`);
		await stalled.promise;
		response.destroy();
	});

	test('ends as its server ended, once it was let go', async () => {
		const holds = createHolds(100);
		await using tap = await proxied(
			(_, response) => {
				response.writeHead(200, {'content-type': 'text/event-stream'});
				response.write(smallBody.slice(0, -5), () => response.socket?.destroySoon());
			},
			{alter: altering(['hold type:ping'], holds)},
		);
		const response = await posted(`${tap.url}/v1/messages`);
		const got: Buffer[] = [];
		await assert.rejects(async () => {
			for await (const bytes of response) {
				got.push(bytes);
			}
		});
		assert.equal(Buffer.concat(got).toString(), smallBody.slice(0, -5));
		await tap.ended();
		const end = tap.events.at(-1);
		assert.equal(end?.type === 'end' && end.outcome, 'failed');
	});
});
