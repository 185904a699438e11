// Runs programs of four packages with and without the tap, and compares what they and the server see.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createAnthropic} from '@ai-sdk/anthropic';
import Anthropic from '@anthropic-ai/sdk';
import {ChatAnthropic} from '@langchain/anthropic';
import {generateText, streamText} from 'ai';
import {createWireTap, inspectTrace} from 'streamscope';
import {faults, serveFault} from './local-api.mjs';

const apiKey = 'sk-test-0123456789abcdef';
const ask = {model: 'claude-test', max_tokens: 9, messages: [{role: 'user', content: 'Grüß dich'}]};

const sdk = (url, fetch) =>
	new Anthropic({apiKey, authToken: null, baseURL: url, fetch, logLevel: 'off', maxRetries: 1});
const vercel = (url, fetch) => createAnthropic({apiKey, baseURL: `${url}/v1`, fetch})('claude-test');
const langchain = (url, fetch) =>
	new ChatAnthropic({
		apiKey,
		model: 'claude-test',
		maxTokens: 9,
		maxRetries: 0,
		clientOptions: {baseURL: url, fetch, logLevel: 'off'},
	});

/** Whatever a program sees goes into `seen`, also what came before an error. */
const programs = {
	async 'fetch, its text'(url, fetch, see) {
		const body = JSON.stringify({...ask, stream: true});
		const response = await fetch(`${url}/v1/messages`, {method: 'POST', body});
		see([
			response.status,
			response.url === `${url}/v1/messages`,
			[...response.headers].filter(([name]) => name !== 'date'),
		]);
		see(await response.text());
	},
	async 'fetch, its reads'(url, fetch, see) {
		const response = await fetch(
			new Request(`${url}/v1/messages`, {method: 'POST', body: JSON.stringify({...ask, stream: true})}),
		);
		let bytes = '';
		for await (const read of response.body ?? []) {
			bytes += Buffer.from(read).toString('hex');
			if (bytes.length > 400) {
				see(bytes.slice(0, 400));
				break;
			}
		}
	},
	async 'the SDK, streaming'(url, fetch, see) {
		const stream = sdk(url, fetch).messages.stream(ask);
		stream.on('text', text => see(text));
		for await (const event of stream) {
			see(event);
		}

		see(await stream.finalMessage());
	},
	async 'the SDK, raw events'(url, fetch, see) {
		for await (const event of await sdk(url, fetch).messages.create({...ask, stream: true})) {
			see(event);
		}
	},
	async 'the SDK, left early'(url, fetch, see) {
		for await (const event of await sdk(url, fetch).messages.create({...ask, stream: true})) {
			see(event);
			if (event.type === 'content_block_delta') {
				break;
			}
		}
	},
	async 'the SDK, a whole message'(url, fetch, see) {
		const {data, response, request_id: id} = await sdk(url, fetch).messages.create(ask).withResponse();
		see([data, id, response.status, response.url === `${url}/v1/messages`]);
	},
	async 'the AI SDK, streaming'(url, fetch, see) {
		const {fullStream} = streamText({model: vercel(url, fetch), prompt: 'Hi', maxRetries: 1, onError() {}});
		for await (const part of fullStream) {
			see(part);
		}
	},
	async 'the AI SDK, a whole message'(url, fetch, see) {
		const {text, usage, finishReason} = await generateText({
			model: vercel(url, fetch),
			prompt: 'Hi',
			maxRetries: 1,
		});
		see([text, usage, finishReason]);
	},
	async 'LangChain, streaming'(url, fetch, see) {
		for await (const chunk of await langchain(url, fetch).stream('Hi')) {
			see(chunk);
		}
	},
	async 'LangChain, a whole message'(url, fetch, see) {
		see(await langchain(url, fetch).invoke('Hi'));
	},
};

/** Ids, times and ports differ from run to run. */
const plain = value =>
	JSON.stringify(value, (key, inner) => {
		if (inner instanceof Error) {
			return {
				name: inner.name,
				message: inner.message,
				status: inner.status,
				code: inner.code,
				cause: inner.cause,
			};
		}

		return /^(timestamp|date|performance|.*[mM]s|.*PerSecond.*)$/.test(key) ? undefined : inner;
	})
		?.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
		.replaceAll(/\b(run-|aitxt-|msg-|call-)?[\w-]*[0-9a-f]{8}-[\w-]+/g, 'ID')
		.replaceAll(/"(id|responseId|messageId|callId)":"(?!msg_1|req_1)[^"]*"/g, '"$1":"ID"');

const run = async (program, fault, wrap) => {
	const server = await serveFault(fault);
	const seen = [];
	try {
		await program(server.url, wrap(globalThis.fetch), value => seen.push(plain(value)));
		seen.push('returned');
	} catch (error) {
		seen.push(plain(error));
	}

	const calls = server.calls.map(call => plain(call));
	await server.close();
	return {seen, calls};
};

let cases = 0;
for (const [name, program] of Object.entries(programs)) {
	test(`${name}: the program and the server see the same with the tap and without`, async () => {
		for (const fault of Object.keys(faults)) {
			const events = [];
			const without = await run(program, fault, fetch => fetch);
			const withTap = await run(program, fault, fetch =>
				createWireTap({fetch, now: () => performance.now(), emit: event => events.push(event)}),
			);
			assert.deepEqual(withTap, without, fault);
			assert.ok(without.calls.length > 0, `${fault}: the server is asked`);
			assert.ok(!JSON.stringify(events).includes(apiKey), `${fault}: no key`);
			const requests = events.filter(({type}) => type === 'request').length;
			assert.equal(requests, without.calls.length, `${fault}: each request is told`);
			assert.equal(inspectTrace(events).exchanges.length, new Set(events.map(({exchange}) => exchange)).size);
			cases++;
		}
	});
}

test('these were all pairs of a program and a fault', () => {
	assert.equal(cases, Object.keys(programs).length * Object.keys(faults).length);
	console.log(`${cases} pairs compared`);
});
