import assert from 'node:assert/strict';
import {openAsBlob, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Readable} from 'node:stream';
import {test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {createWireTap} from '../../source/client/wire-tap.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {eventually} from '../helpers/eventually.js';
import {serveTap} from '../helpers/tap-server.js';
import {temporaryFolder} from '../helpers/temporary-folder.js';

const body = {model: 'm', stream: true, messages: [{role: 'user', content: 'Grüße'}]};
const text = JSON.stringify(body);
const bytes = Buffer.from(text);

const tapOf = (events: TraceEvent[]) =>
	createWireTap({fetch: globalThis.fetch, now: () => performance.now(), emit: event => events.push(event)});

const streamOf = (size: number) =>
	new ReadableStream<Uint8Array>({
		start(controller) {
			for (let offset = 0; offset < bytes.length; offset += size) {
				controller.enqueue(Uint8Array.from(bytes.subarray(offset, offset + size)));
			}

			controller.close();
		},
	});

async function* piecesOf(size: number) {
	for (let offset = 0; offset < bytes.length; offset += size) {
		yield bytes.subarray(offset, offset + size);
	}
}

type Call = readonly [input: (url: string) => string | URL | Request, init?: RequestInit & {duplex?: 'half'}];
const post = (content: unknown, more: object = {}): Call => [
	url => url,
	{method: 'POST', body: content as BodyInit, ...more},
];
const half = {duplex: 'half'} as const;

const calls: ReadonlyArray<readonly [name: string, call: () => Call | Promise<Call>]> = [
	['a string', () => post(text)],
	['a string to a URL', () => [url => new URL(url), {method: 'post', body: text}]],
	['a Buffer', () => post(bytes)],
	['a part of a Buffer', () => post(Buffer.concat([Buffer.from('xx'), bytes]).subarray(2))],
	['an ArrayBuffer', () => post(Uint8Array.from(bytes).buffer)],
	['a Blob', () => post(new Blob([text.slice(0, 5), text.slice(5)]))],
	[
		'a file as a Blob',
		async () => {
			using folder = temporaryFolder();
			const file = path.join(folder.path, 'body.json');
			writeFileSync(file, text);
			return post(new Blob([await (await openAsBlob(file)).arrayBuffer()]));
		},
	],
	['a web stream', () => post(streamOf(3), half)],
	['a web stream in one piece', () => post(streamOf(1000), half)],
	['a Node stream', () => post(Readable.from(piecesOf(4)), half)],
	['a generator', () => post(piecesOf(2), half)],
	['a Request', () => [url => new Request(url, {method: 'POST', body: text})]],
	['a Request with a Buffer', () => [url => new Request(url, {method: 'POST', body: bytes})]],
	[
		'a Request with a stream',
		() => [url => new Request(url, {method: 'POST', body: streamOf(3), ...half} as RequestInit)],
	],
	[
		'a Request with another body beside it',
		() => [url => new Request(url, {method: 'POST', body: 'other'}), {body: text}],
	],
	[
		'a Request as options',
		() => [url => url, new Request('http://x/', {method: 'POST', body: streamOf(9), ...half} as RequestInit)],
	],
];

for (const [name, call] of calls) {
	test(`${name} is sent as without the tap, and recorded and parsed`, async () => {
		await using server = await serveTap(response => response.end('{}'));
		const url = `${server.url}/v1/messages`;
		const events: TraceEvent[] = [];
		for (const fetch of [globalThis.fetch, tapOf(events)]) {
			const [input, init] = await call();
			await (await fetch(input(url), init)).text();
		}

		const [plain, tapped] = server.calls;
		assert.deepEqual(tapped?.body.toString(), plain?.body.toString());
		assert.deepEqual(tapped?.request.headers, plain?.request.headers);
		assert.equal(tapped?.request.method, 'POST');
		const first = events[0];
		assert.deepEqual(first?.type === 'request' && [first.method, first.body], [
			'POST',
			name.endsWith('options') ? null : body,
		]);
	});
}

test('form data goes out untold, and a form as its text', async () => {
	await using server = await serveTap(response => response.end('{}'));
	const events: TraceEvent[] = [];
	const tap = tapOf(events);
	const form = new FormData();
	form.set('a', 'b');
	await (await tap(`${server.url}/v1/messages`, {method: 'POST', body: form})).text();
	await (
		await tap(`${server.url}/v1/messages`, {method: 'POST', body: new URLSearchParams({a: 'b c'})})
	).text();
	assert.deepEqual(
		events.filter(event => event.type === 'request').map(event => event.body),
		[null, 'a=b+c'],
	);
	assert.match(server.calls[0]?.body.toString() ?? '', /name="a"\r\n\r\nb/);
	assert.equal(server.calls[1]?.body.toString(), 'a=b+c');
});

test('a body that fetch refuses is refused with the same words', async () => {
	const used = () => {
		const request = new Request('http://127.0.0.1:1/v1/messages', {method: 'POST', body: 'x'});
		return request.text().then(() => request);
	};
	const locked = () => {
		const stream = streamOf(3);
		stream.getReader();
		return stream;
	};
	const url = 'http://127.0.0.1:1/v1/messages';
	const attempts: ReadonlyArray<(fetch: typeof globalThis.fetch) => Promise<unknown>> = [
		async fetch => fetch(await used()),
		fetch => fetch(url, {method: 'POST', body: locked(), ...half} as RequestInit),
		fetch => fetch(url, {method: 'POST', body: streamOf(3)}),
		fetch => fetch(url, {method: 'GET', body: 'x'}),
		fetch => fetch(url, {headers: {'bad header': 'x'}}),
		fetch => fetch('no address'),
		fetch => fetch('http://user:password@127.0.0.1:1/'),
		fetch => fetch(url),
	];
	for (const attempt of attempts) {
		const errors = await Promise.all(
			[globalThis.fetch, tapOf([])].map(fetch =>
				attempt(fetch).then(
					() => 'no error',
					error => [error.name, error.message, error.cause?.code],
				),
			),
		);
		assert.notEqual(errors[0], 'no error');
		assert.deepEqual(errors[1], errors[0]);
	}
});

test('a request that is called off while its stream goes out is told as aborted, without its body', async () => {
	await using server = await serveTap(response => response.end('{}'));
	const events: TraceEvent[] = [];
	const controller = new AbortController();
	let pulls = 0;
	const stream = new ReadableStream<Uint8Array>({
		async pull(source) {
			await setImmediate();
			source.enqueue(new TextEncoder().encode('x'));
			pulls++;
			if (pulls === 100) {
				controller.abort();
			} else if (pulls === 200) {
				// Node reads on after the abort.
				source.close();
			}
		},
	});
	const init = {method: 'POST', body: stream, signal: controller.signal, ...half};
	await assert.rejects(tapOf(events)(`${server.url}/v1/messages`, init as RequestInit), {name: 'AbortError'});
	await eventually(() => events.length, 2);
	const [request, end] = events;
	assert.equal(request?.type === 'request' && request.body, null);
	assert.equal(end?.type === 'end' && end.outcome, 'aborted');
});

test('an answer that comes before the request has gone out is told after it', async () => {
	const events: TraceEvent[] = [];
	const tap = createWireTap({
		fetch: async () => new Response('{"type":"message"}'),
		now: () => 0,
		emit: event => events.push(event),
	});
	const response = await tap('http://x/v1/messages', {method: 'POST', body: new Blob([text])});
	assert.equal(await response.text(), '{"type":"message"}');
	await eventually(() => events.length, 4);
	assert.deepEqual(
		events.map(({type}) => type),
		['request', 'response', 'body', 'end'],
	);
	assert.deepEqual(events[0]?.type === 'request' && events[0].body, body);
});

test('bodies of other addresses are never told', async () => {
	const secret = '{"refresh_token":"rt-0123456789","access_token":"at-0123456789"}';
	await using server = await serveTap(response => response.end(secret));
	const events: TraceEvent[] = [];
	for (const place of ['/v1/oauth/token', '/v1/messagesx', '/', '/v1/messages/../oauth/token']) {
		const response = await tapOf(events)(`${server.url}${place}`, {method: 'POST', body: secret});
		assert.equal(await response.text(), secret);
	}

	assert.ok(!JSON.stringify(events).includes('0123456789'));
	assert.deepEqual(events.map(({type}) => type).slice(0, 3), ['request', 'response', 'end']);
});
