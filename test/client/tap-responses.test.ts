import assert from 'node:assert/strict';
import type {ServerResponse} from 'node:http';
import {test} from 'node:test';
import {createWireTap} from '../../source/client/wire-tap.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {writeStream} from '../helpers/capture-server.js';
import {valid} from '../helpers/sample-bodies.js';
import {serveTap} from '../helpers/tap-server.js';

type Fetch = typeof globalThis.fetch;
type Answer = (response: ServerResponse) => void;
type Look = (fetch: Fetch, url: string) => Promise<unknown>;

const asks = {method: 'POST', body: '{"stream":true}'};

/** What a program sees, without the tap and with it, and what the tap told. */
const both = async (answer: Answer, look: Look) => {
	await using server = await serveTap((response, {request}) => {
		if (request.url === '/elsewhere') {
			response.writeHead(307, {location: '/v1/messages?beta=true'}).end();
		} else {
			answer(response);
		}
	});
	const events: TraceEvent[] = [];
	const tap = createWireTap({
		fetch: globalThis.fetch,
		now: () => performance.now(),
		emit: event => events.push(event),
	});
	const seen = async (fetch: Fetch) => {
		try {
			return await look(fetch, `${server.url}/v1/messages`);
		} catch (error) {
			return error instanceof Error ? [error.name, error.message, String(error.cause)] : error;
		}
	};
	return {plain: await seen(globalThis.fetch), tapped: await seen(tap), events};
};

const facts = ({url, redirected, type, status, statusText, ok, bodyUsed, headers}: Response) => ({
	url: new URL(url).pathname,
	redirected,
	type,
	status,
	statusText,
	ok,
	bodyUsed,
	headers: [...headers].filter(([name]) => name !== 'date'),
	cookies: headers.getSetCookie(),
	length: headers.get('content-length'),
});

const json: Answer = response =>
	response
		.writeHead(200, 'Fine', {
			'content-type': 'application/json',
			'set-cookie': ['a=1', 'b=2'],
			'x-other': 'x',
		})
		.end('{"type":"message"}');
const stream: Answer = response => writeStream(response, valid, 100);
const status =
	(code: number, body = ''): Answer =>
	response =>
		response.writeHead(code, {'content-type': 'text/plain'}).end(body);
const broken: Answer = response => {
	response.writeHead(200, {'content-type': 'text/event-stream'});
	response.write(valid.slice(0, 300), () => response.destroy());
};

const read = async (response: Response) => ({...facts(response), text: await response.text()});

const looks: Readonly<Record<string, Look>> = {
	facts: async (fetch, url) => read(await fetch(url, asks)),
	'a redirect': async (fetch, url) => read(await fetch(url.replace('/v1/messages', '/elsewhere'), asks)),
	'its text': async (fetch, url) => (await fetch(url, asks)).text(),
	'its bytes': async (fetch, url) => new Uint8Array(await (await fetch(url, asks)).arrayBuffer()),
	'its blob': async (fetch, url) => {
		const blob = await (await fetch(url, asks)).blob();
		return [blob.type, blob.size, await blob.text()];
	},
	'its JSON': async (fetch, url) => (await fetch(url, asks)).json(),
	'its form': async (fetch, url) => (await fetch(url, asks)).formData(),
	'a second reading': async (fetch, url) => {
		const response = await fetch(url, asks);
		await response.text();
		return [response.bodyUsed, await response.text().catch((error: Error) => [error.name, error.message])];
	},
	'a clone': async (fetch, url) => {
		const response = await fetch(url, asks);
		const copy = response.clone();
		return [
			await read(copy),
			await read(response),
			await read(await fetch(url, asks).then(r => r.clone().clone())),
		];
	},
	'a clone of what is used': async (fetch, url) => {
		const response = await fetch(url, asks);
		await response.text();
		return response.clone();
	},
	'its reads by iteration': async (fetch, url) => {
		let text = '';
		const decoder = new TextDecoder();
		for await (const bytes of (await fetch(url, asks)).body ?? []) {
			assert.equal(Object.prototype.toString.call(bytes), '[object Uint8Array]');
			text += decoder.decode(bytes, {stream: true});
		}

		return text;
	},
	'a reader with a buffer of its own': async (fetch, url) => {
		const reader = (await fetch(url, asks)).body?.getReader({mode: 'byob'});
		const sizes: number[] = [];
		let text = '';
		for (;;) {
			const result = await reader?.read(new Uint8Array(7));
			if (result?.value === undefined || result.done) {
				return [text, sizes.every(size => size <= 7), result?.value?.byteLength];
			}

			sizes.push(result.value.byteLength);
			text += new TextDecoder('latin1').decode(result.value);
		}
	},
	'two branches': async (fetch, url) => {
		const branches = (await fetch(url, asks)).body?.tee() ?? [];
		return Promise.all(branches.map(branch => new Response(branch).text()));
	},
	'a body that is let go': async (fetch, url) => {
		const response = await fetch(url, asks);
		await response.body?.cancel('enough');
		return [response.bodyUsed, response.body?.locked];
	},
	'what it is': async (fetch, url) => {
		const response = await fetch(url, asks);
		const kinds = [response instanceof Response, response.constructor === Response, String(response)];
		const isGuarded = (() => {
			try {
				response.headers.set('a', 'b');
				return false;
			} catch {
				return true;
			}
		})();
		return [...kinds, isGuarded, String(response.body), await response.text()];
	},
};

const answers: Readonly<Record<string, Answer>> = {
	'a message': json,
	'a stream': stream,
	'a broken stream': broken,
	'an empty answer': status(200),
	...Object.fromEntries(
		[201, 204, 205, 304, 400, 404, 529, 600, 799].map(code => [
			`status ${code}`,
			status(code, [204, 205, 304].includes(code) ? '' : 'words'),
		]),
	),
};

let cases = 0;
for (const [what, answer] of Object.entries(answers)) {
	test(`a program sees of ${what} what it sees without the tap`, async () => {
		for (const [name, look] of Object.entries(looks)) {
			const {plain, tapped, events} = await both(answer, look);
			assert.deepEqual(tapped, plain, name);
			const ends = events.filter(({type}) => type === 'end').length;
			const requests = events.filter(({type}) => type === 'request').length;
			assert.equal(ends, requests, `${name}: one end for each request`);
			cases++;
		}
	});
}

test('these were as many cases as there are pairs', () => {
	assert.equal(cases, Object.keys(answers).length * Object.keys(looks).length);
});

test('a connection that is refused fails as without the tap, and has one end', async () => {
	const events: TraceEvent[] = [];
	const tap = createWireTap({fetch: globalThis.fetch, now: () => 0, emit: event => events.push(event)});
	const failure = async (fetch: Fetch) => fetch('http://127.0.0.1:9/v1/messages', asks).catch(error => error);
	const [plain, tapped] = [await failure(globalThis.fetch), await failure(tap)];
	assert.deepEqual([tapped.message, tapped.cause.code], [plain.message, plain.cause.code]);
	assert.deepEqual(
		events.map(({type}) => type),
		['request', 'end'],
	);
});

test('a response of another package stays of its kind', async () => {
	class OtherResponse extends Response {}
	const fetch = createWireTap({fetch: async () => new OtherResponse('{}'), now: () => 0, emit() {}});
	const response = await fetch('http://x/v1/messages');
	assert.ok(response instanceof OtherResponse);
	assert.equal(await response.text(), '{}');
});

test('a response that is no Response passes through untouched', async () => {
	const odd = {ok: true, status: 200, json: async () => ({})} as unknown as Response;
	const events: TraceEvent[] = [];
	const fetch = createWireTap({fetch: async () => odd, now: () => 0, emit: event => events.push(event)});
	assert.equal(await fetch('http://x/v1/messages'), odd);
	assert.deepEqual(
		events.map(({type}) => type),
		['request', 'response'],
	);
});

test('an answer that is no stream is kept up to the limit, which is said, and passed on whole', async () => {
	const events: TraceEvent[] = [];
	const fetch = createWireTap({
		fetch: async () => new Response('x'.repeat(1000)),
		now: () => 0,
		emit: event => events.push(event),
		bodyLimit: 10,
	});
	const response = await fetch('http://x/v1/messages');
	assert.equal((await response.text()).length, 1000);
	assert.deepEqual(
		events.flatMap(event => (event.type === 'body' ? [[event.data, event.omitted]] : [])),
		[['x'.repeat(10), 990]],
	);
});

test('a stream is told whole, however small the limit', async () => {
	const events: TraceEvent[] = [];
	const fetch = createWireTap({
		fetch: async () => new Response(valid),
		now: () => 0,
		emit: event => events.push(event),
		bodyLimit: 10,
	});
	await (await fetch('http://x/v1/messages', asks)).text();
	assert.equal(events.at(-1)?.type === 'end' && events.filter(({type}) => type === 'sse').length, 6);
	assert.ok(!events.some(({type}) => type === 'body'));
});

for (const [name, emit] of [
	['throws', () => assert.fail('disk full')],
	['rejects', async () => assert.fail('disk full')],
] as const) {
	test(`an emit that ${name} is reported once, and the program sees nothing of it`, async () => {
		const errors: unknown[] = [];
		await using server = await serveTap(stream);
		const onError = (error: unknown) => {
			errors.push(error);
			throw error;
		};
		const fetch = createWireTap({fetch: globalThis.fetch, now: () => 0, emit, onError});
		for (let count = 0; count < 3; count++) {
			assert.equal(await (await fetch(`${server.url}/v1/messages`, asks)).text(), valid);
		}

		assert.deepEqual(
			errors.map(error => error instanceof Error && error.message),
			['disk full'],
		);
	});
}

test('without onError, an emit that throws becomes one warning of the process', async () => {
	const warnings: string[] = [];
	const listen = (warning: Error) => warnings.push(`${warning.name}: ${warning.message}`);
	process.on('warning', listen);
	const fetch = createWireTap({
		fetch: async () => new Response('{}'),
		now: () => 0,
		emit: () => assert.fail('disk full'),
	});
	assert.equal(await (await fetch('http://x/v1/messages')).text(), '{}');
	await new Promise(resolve => setImmediate(resolve));
	process.off('warning', listen);
	assert.deepEqual(warnings, ['StreamscopeWarning: The wire tap could not record: disk full']);
});
