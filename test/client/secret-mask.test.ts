import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createSecretMask} from '../../source/client/secret-mask.js';
import {createWireTap} from '../../source/client/wire-tap.js';
import type {SseTraceEvent, TraceEvent} from '../../source/trace/trace-event.js';
import {parseJson} from '../../source/wire/json.js';
import {inEnvironment} from '../helpers/in-environment.js';
import {serveTap} from '../helpers/tap-server.js';

const key = 'sk-test-9f8e7d6c5b4a39281706';

const delta = (text: string, index = 0, field = 'text_delta text'): SseTraceEvent => {
	const [type = '', name = ''] = field.split(' ');
	const data = JSON.stringify({type: 'content_block_delta', index, delta: {type, [name]: text}});
	return {type: 'sse', at: 0, exchange: 1, attempt: 1, chunk: 1, event: 'content_block_delta', data};
};

const textOf = (event: TraceEvent): string => {
	const {delta} = parseJson(event.type === 'sse' ? event.data : '') as {delta: Record<string, string>};
	return delta.text ?? delta.partial_json ?? delta.thinking ?? '';
};

const maskedTexts = (texts: readonly string[]) => {
	const mask = createSecretMask([key]);
	return texts.map(text => textOf(mask.event(delta(text))));
};

test('a key is masked in a delta, and in the two that it is spread over', () => {
	assert.deepEqual(maskedTexts([`It is ${key}.`]), ['It is ….']);
	assert.deepEqual(maskedTexts([`It is ${key.slice(0, 12)}`, `${key.slice(12)}, so`]), ['It is …', ', so']);
	assert.deepEqual(maskedTexts([key.slice(0, 10), key.slice(10, 20), `${key.slice(20)}!`]), ['…', '', '!']);
	assert.deepEqual(maskedTexts([key.slice(0, 4), key.slice(4)]), [key.slice(0, 4), '…']);
});

test('what only begins like a key stays where it goes on otherwise', () => {
	assert.deepEqual(maskedTexts(['sk-test', ' is a prefix']), ['sk-test', ' is a prefix']);
	assert.deepEqual(maskedTexts(['plain ', 'words']), ['plain ', 'words']);
});

test('however a key is cut into deltas, no more than seven letters of it are told together', () => {
	fc.assert(
		fc.property(
			fc.array(fc.nat(60), {maxLength: 20}),
			fc.constantFrom('text_delta text', 'thinking_delta thinking', 'input_json_delta partial_json'),
			fc.string({maxLength: 20}),
			(cuts, field, before) => {
				const whole = `${before}${key}, then ${key}`;
				const places = [0, ...cuts.map(cut => cut % whole.length).sort((a, b) => a - b), whole.length];
				const mask = createSecretMask([key]);
				let told = '';
				for (const [index, place] of places.slice(1).entries()) {
					told += textOf(mask.event(delta(whole.slice(places[index], place), 0, field)));
				}

				assert.ok(!told.includes(key.slice(0, 8)), told);
				assert.ok(!told.includes(key.slice(-8)), told);
			},
		),
		{numRuns: 300},
	);
});

test('blocks that come side by side are told apart', () => {
	const mask = createSecretMask([key]);
	const told = [delta(key.slice(0, 10), 0), delta('x', 1), delta(key.slice(10), 0)].map(event =>
		textOf(mask.event(event)),
	);
	assert.deepEqual(told, ['…', 'x', '']);
});

test('a key is masked over two deltas though another exchange begins between them', () => {
	const mask = createSecretMask([key]);
	const start: SseTraceEvent = {...delta(''), exchange: 2, event: 'message_start', data: '{}'};
	assert.equal(textOf(mask.event(delta(key.slice(0, 10)))), '…');
	mask.event(start);
	assert.equal(textOf(mask.event(delta(key.slice(10)))), '');
	mask.event({...start, exchange: 1});
	assert.equal(textOf(mask.event(delta('x'))), 'x');
});

test('a key that JSON spells with escapes, or that was cut off, is masked', () => {
	const mask = createSecretMask([key, 'a"quoted"key']);
	const spelled = `{"message":"\\u0073${key.slice(1)}"}`;
	assert.equal(mask.text(spelled), '{"message":"…"}');
	assert.equal(mask.text(JSON.stringify({m: 'a"quoted"key'})), '{"m":"…"}');
	const body = {type: 'body', at: 0, exchange: 1, attempt: 1, data: `{"m":"${key.slice(0, 15)}`} as const;
	assert.deepEqual(mask.event(body), {...body, data: '{"m":"…'});
});

test('a marked secret in each place reaches no event, whatever the server sends back', async () => {
	const marked = {
		key: 'sk-marked-0123456789-key',
		token: 'marked-0123456789-token',
		cookie: 'marked-0123456789-cookie',
		password: 'marked-0123456789-password',
		query: 'marked-0123456789-query',
		custom: 'marked-0123456789-custom',
		environment: 'marked-0123456789-environment',
		mcp: 'marked-0123456789-mcp',
		given: 'marked-0123456789-given',
	};
	const echo = Object.values(marked).filter(secret => secret !== marked.mcp);
	const bodies = [
		() => JSON.stringify({type: 'error', error: {type: 'invalid_request_error', message: echo.join(' ')}}),
		() =>
			echo
				.map(
					text =>
						`event: ${text}\nid: ${text}\n: ${text}\ndata: {"type":"error","error":{"message":"${text}"}}\n\n`,
				)
				.join(''),
		() =>
			echo
				.map(text => delta(`is ${text}`))
				.map(({data}) => `event: content_block_delta\ndata: ${data}\n\n`)
				.join(''),
		() => `event: content_block_delta\ndata: {"delta":{"text":"${marked.key.slice(0, 15)}`,
		() => `<html>${echo.join('<br>')}</html>`,
	];
	await using server = await serveTap((response, {request}) => {
		const status = request.url?.includes('refuse') ? 400 : 200;
		response.writeHead(status, {
			'request-id': marked.key,
			'content-type': 'text/event-stream',
			location: `/x?key=${marked.query}`,
		});
		response.end(bodies[Number(new URL(request.url ?? '', 'http://x').searchParams.get('body'))]?.());
	});
	const events: TraceEvent[] = [];
	const variables = {
		ANTHROPIC_CUSTOM_HEADERS: `X-Gateway: ${marked.custom}\nanthropic-beta: context-1m`,
		ANTHROPIC_API_KEY: marked.environment,
		HTTPS_PROXY: `http://user:${marked.password}@proxy.example`,
	};
	let count = 0;
	await inEnvironment(variables, async () => {
		const fetch = createWireTap({
			fetch: globalThis.fetch,
			now: () => 0,
			emit: event => events.push(event),
			secrets: [marked.given],
		});
		for (const kind of ['refuse', 'accept']) {
			for (const index of bodies.keys()) {
				const body = JSON.stringify({
					stream: true,
					echo: echo.join(),
					mcp_servers: [{authorization_token: marked.mcp}],
				});
				const url = `${server.url}/v1/messages?body=${index}&${kind}=1&token=${marked.query}&beta=true`;
				const headers = {
					'x-api-key': marked.key,
					authorization: `Bearer ${marked.token}`,
					cookie: `a=${marked.cookie}`,
				};
				await (await fetch(url, {method: 'POST', body, headers})).text();
				count++;
			}
		}
	});
	const told = JSON.stringify(events);
	assert.equal(count, 10);
	assert.deepEqual(
		Object.values(marked).filter(secret => told.includes(secret.slice(0, 18))),
		[],
	);
	assert.ok(events.some(event => event.type === 'sse') && events.some(event => event.type === 'body'));
});

test('an error names no password of an address, however short', () => {
	const mask = createSecretMask([]);
	const error = {
		kind: 'x',
		title: 'x',
		detail: 'bad URL: http://me:pw@host/v1',
		hint: '',
		requestId: 'req_1',
	};
	assert.equal(mask.error(error).detail, 'bad URL: http://…@host/v1');
});
