import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import type {ServerResponse} from 'node:http';
import process from 'node:process';
import {test} from 'node:test';
import {promisify} from 'node:util';
import Anthropic from '@anthropic-ai/sdk';
import {createWireTap} from '../../source/client/wire-tap.js';
import type {TraceEvent} from '../../source/trace/trace-event.js';
import {parseJson, stringAt} from '../../source/wire/json.js';
import {writeStream} from '../helpers/capture-server.js';
import {eventually} from '../helpers/eventually.js';
import {valid} from '../helpers/sample-bodies.js';
import {serveTap} from '../helpers/tap-server.js';

const ask = (content: string) => ({
	model: 'm',
	max_tokens: 1,
	messages: [{role: 'user', content}] satisfies Anthropic.MessageParam[],
});

const clientOf = (baseURL: string, events: TraceEvent[], more: object = {}) =>
	new Anthropic({
		apiKey: 'a-key-for-tests',
		authToken: null,
		baseURL,
		logLevel: 'off',
		fetch: createWireTap({
			fetch: globalThis.fetch,
			now: () => performance.now(),
			emit: event => events.push(event),
		}),
		...more,
	});

const refuse = (response: ServerResponse, status = 529) =>
	response
		.writeHead(status, {'content-type': 'application/json', 'retry-after-ms': '20'})
		.end('{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}');

const endsOf = (events: readonly TraceEvent[]) =>
	events.flatMap(event => (event.type === 'end' ? [`${event.exchange} ${event.outcome}`] : []));

test('breaking out of the loop ends the exchange once, as aborted', async () => {
	await using server = await serveTap(response => {
		response.writeHead(200, {'content-type': 'text/event-stream'});
		response.write(valid.slice(0, valid.indexOf('event: content_block_stop')));
	});
	const events: TraceEvent[] = [];
	const {messages} = clientOf(server.url, events);
	for await (const event of await messages.create({...ask('hi'), stream: true})) {
		if (event.type === 'content_block_delta') {
			break;
		}
	}

	await new Promise(resolve => setTimeout(resolve, 50));
	assert.deepEqual(endsOf(events), ['1 aborted']);
});

test('requests side by side keep their exchanges and attempts, however often each is tried again', async () => {
	const tries = new Map<string, number>();
	await using server = await serveTap((response, {request, body}) => {
		const prompt = body.toString();
		const count = (tries.get(prompt) ?? 0) + 1;
		tries.set(prompt, count);
		const failures = Number(/fails (\d)/.exec(prompt)?.[1]);
		if (count > failures) {
			writeStream(response, valid, 200);
		} else if (count % 2 === 0) {
			request.socket.destroy();
		} else {
			refuse(response, prompt.includes('rate') ? 429 : 500);
		}
	});
	const events: TraceEvent[] = [];
	const {messages} = clientOf(server.url, events, {maxRetries: 3});
	const prompts = Array.from({length: 12}, (_, index) => `${index} rate fails ${index % 4}`);
	await Promise.all(prompts.map(prompt => messages.stream(ask(prompt)).finalMessage()));

	const byExchange = new Map<number, string[]>();
	for (const event of events) {
		if (event.type === 'request') {
			const prompt = /\d+ rate fails \d/.exec(JSON.stringify(event.body))?.[0];
			const told = byExchange.get(event.exchange) ?? [];
			byExchange.set(event.exchange, [...told, `${prompt}: ${event.attempt}`]);
		}
	}

	assert.deepEqual(
		[...byExchange.values()].sort(),
		prompts
			.map((prompt, index) =>
				Array.from({length: (index % 4) + 1}, (_, attempt) => `${prompt}: ${attempt + 1}`),
			)
			.sort(),
	);
	assert.deepEqual(endsOf(events).sort(), prompts.map((_, index) => `${index + 1} complete`).sort());
});

test('requests with the same body side by side keep apart too', async () => {
	await using server = await serveTap((response, {request}) => {
		if (request.headers['x-stainless-retry-count'] === '0') {
			refuse(response);
		} else {
			writeStream(response, valid);
		}
	});
	const events: TraceEvent[] = [];
	const {messages} = clientOf(server.url, events);
	await Promise.all(Array.from({length: 4}, () => messages.stream(ask('hi')).finalMessage()));
	const attempts = events.flatMap(event =>
		event.type === 'request' ? [`${event.exchange}.${event.attempt}`] : [],
	);
	assert.deepEqual(attempts.sort(), ['1.1', '1.2', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2']);
	assert.deepEqual(endsOf(events).sort(), ['1 complete', '2 complete', '3 complete', '4 complete']);
});

test('the last refusal of several is one end, with the words of the server', async () => {
	await using server = await serveTap(response => refuse(response));
	const events: TraceEvent[] = [];
	await assert.rejects(clientOf(server.url, events).messages.create(ask('hi')));
	const ends = events.filter(event => event.type === 'end');
	assert.deepEqual(
		ends.map(({error}) => [error?.kind, error?.detail]),
		[['overloaded_error', 'Overloaded']],
	);
	assert.equal(stringAt(parseJson(JSON.stringify(events.at(-1))), 'type'), 'end');
});

test('a connection that is refused again and again has one end, once no retry is due', async () => {
	const events: TraceEvent[] = [];
	await assert.rejects(clientOf('http://127.0.0.1:9', events, {maxRetries: 1}).messages.create(ask('hi')));
	assert.deepEqual(endsOf(events), []);
	await eventually(() => endsOf(events), ['1 failed']);
	const end = events.at(-1);
	assert.equal(end?.type === 'end' && end.error?.title, 'Cannot reach the server');
});

test('a program that ends before a retry was due leaves the end of its exchange behind', async () => {
	const script = `
		import Anthropic from '@anthropic-ai/sdk';
		import {createWireTap} from '${new URL('../../source/client/wire-tap.ts', import.meta.url)}';
		const emit = event => console.log(event.type);
		const fetch = createWireTap({fetch: globalThis.fetch, now: () => 0, emit});
		const client = new Anthropic({apiKey: 'k', baseURL: 'http://127.0.0.1:9', logLevel: 'off', maxRetries: 0, fetch});
		await client.messages.create(${JSON.stringify(ask('hi'))}).catch(() => {});
	`;
	const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
	const {stdout} = await promisify(execFile)(process.execPath, args);
	assert.equal(stdout, 'request\nend\n');
});
