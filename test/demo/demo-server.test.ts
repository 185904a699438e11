import assert from 'node:assert/strict';
import {test} from 'node:test';
import {startDemoServer} from '../../source/demo/demo-server.js';
import {ask, post, withDemoServer} from './demo-client.js';

const invalid: ReadonlyArray<readonly [why: string, body: unknown, message: RegExp]> = [
	['not JSON', '{"model":', /not valid JSON/],
	['no object', '[]', /Field required|valid dictionary/],
	['no model', {...ask('hi'), model: undefined}, /^model: Field required/],
	['an empty model', {...ask('hi'), model: ''}, /^model: /],
	['no max_tokens', {...ask('hi'), max_tokens: undefined}, /^max_tokens: Field required/],
	['max_tokens 0', {...ask('hi'), max_tokens: 0}, /^max_tokens: .*greater than or equal to 1/],
	['no messages', {...ask('hi'), messages: undefined}, /^messages: Field required/],
	['an empty conversation', {...ask('hi'), messages: []}, /at least one message/],
	[
		'a conversation that the assistant begins',
		{...ask('hi'), messages: [{role: 'assistant', content: 'hi'}]},
		/"user" role/,
	],
	['an unknown role', {...ask('hi'), messages: [{role: 'robot', content: 'hi'}]}, /Unexpected role "robot"/],
	['empty content', ask(''), /non-empty content/],
	[
		'an empty text block',
		{...ask('hi'), messages: [{role: 'user', content: [{type: 'text', text: ''}]}]},
		/must be non-empty/,
	],
	[
		'a text block without text',
		{...ask('hi'), messages: [{role: 'user', content: [{type: 'text'}]}]},
		/content\.0\.text\.text: Field required/,
	],
	[
		'content of the wrong type',
		{...ask('hi'), messages: [{role: 'user', content: 5}]},
		/^messages\.0\.content: .*list/,
	],
	[
		'a temperature that is too high',
		{...ask('hi'), temperature: 1.5},
		/^temperature: .*less than or equal to 1/,
	],
	[
		'a temperature with thinking',
		{...ask('hi'), temperature: 0.5, thinking: {type: 'adaptive'}},
		/`temperature` may only be set to 1/,
	],
	[
		'a small thinking budget',
		{...ask('hi'), thinking: {type: 'enabled', budget_tokens: 10}},
		/greater than or equal to 1024/,
	],
	[
		'a budget that eats the limit',
		{...ask('hi'), max_tokens: 2000, thinking: {type: 'enabled', budget_tokens: 2000}},
		/`max_tokens` must be greater/,
	],
	['an unknown field', {...ask('hi'), mood: 'good'}, /^mood: Extra inputs are not permitted$/],
	[
		'an unknown field of a message',
		{...ask('hi'), messages: [{role: 'user', content: 'hi', name: 'Ann'}]},
		/^messages\.0\.name: Extra inputs are not permitted$/,
	],
	[
		'an empty image',
		{
			...ask('hi'),
			messages: [
				{
					role: 'user',
					content: [
						{type: 'text', text: 'hi'},
						{type: 'image', source: {type: 'base64', media_type: 'image/png', data: ''}},
					],
				},
			],
		},
		/^messages\.0\.content\.1\.image\.source\.base64: image cannot be empty$/,
	],
	['thinking without a budget', {...ask('hi'), thinking: {type: 'enabled'}}, /budget_tokens: Field required/],
];

for (const [why, body, message] of invalid) {
	test(`a request with ${why} gets a 400 in the API's shape`, async () => {
		await withDemoServer('chat', async ({server}) => {
			const response = await post(server.url, body);
			assert.equal(response.status, 400);
			const error = await response.json();
			assert.equal(error.type, 'error');
			assert.equal(error.error.type, 'invalid_request_error');
			assert.match(error.error.message, message);
			assert.equal(error.request_id, response.headers.get('request-id'));
			assert.match(error.request_id, /^req_011C\w{20}$/);
		});
	});
}

test('tool calls need their results in the next message, and results their calls', async () => {
	await withDemoServer('chat', async ({client}) => {
		const call = {type: 'tool_use' as const, id: 'toolu_01A', name: 'get_time', input: {}};
		const result = {type: 'tool_result' as const, tool_use_id: 'toolu_01A', content: '12:00'};
		const send = (content: string | Array<typeof result>) =>
			client.messages.create({
				...ask('hi'),
				messages: [
					{role: 'user', content: 'time?'},
					{role: 'assistant', content: [call]},
					{role: 'user', content},
				],
			});
		await assert.rejects(send('thanks'), /`tool_use` ids were found without `tool_result` blocks.*toolu_01A/);
		await assert.rejects(
			send([{...result, tool_use_id: 'toolu_01B'}]),
			/unexpected `tool_use_id`.*toolu_01B/,
		);
		assert.equal((await send([result])).stop_reason, 'end_turn');
		await assert.rejects(
			client.messages.create({
				...ask('hi'),
				messages: [
					{role: 'user', content: 'time?'},
					{role: 'assistant', content: [call]},
				],
			}),
			/`tool_use` ids were found without/,
		);
	});
});

test('unknown paths, wrong methods and missing keys get errors in the same shape', async () => {
	await withDemoServer('chat', async ({server}) => {
		const headers = {'x-api-key': 'demo', 'anthropic-version': '2023-06-01'};
		const cases = [
			[fetch(`${server.url}/v1/nothing`, {headers}), 404, 'not_found_error'],
			[fetch(`${server.url}//`, {headers}), 404, 'not_found_error'],
			[fetch(`${server.url}/v1/messages`, {headers}), 405, 'invalid_request_error'],
			[fetch(`${server.url}/v1/models/claude-none`, {headers}), 404, 'not_found_error'],
			[fetch(`${server.url}/v1/models`), 401, 'authentication_error'],
		] as const;
		for (const [pending, status, type] of cases) {
			const response = await pending;
			const body = await response.json();
			assert.equal(response.status, status);
			assert.equal(body.error.type, type);
			assert.ok(body.request_id);
		}
	});
});

test('a body over 32 MB is refused as too large', async () => {
	await withDemoServer('chat', async ({server}) => {
		const response = await post(server.url, `"${'x'.repeat(33 * 1024 * 1024)}"`);
		assert.equal(response.status, 413);
		assert.equal((await response.json()).error.type, 'request_too_large');
	});
});

test('a stream has the headers of the API', async () => {
	await withDemoServer('chat', async ({server}) => {
		const response = await post(server.url, {...ask('hi'), stream: true}, {path: '/v1/messages?beta=true'});
		assert.equal(response.status, 200);
		assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
		assert.equal(response.headers.get('cache-control'), 'no-cache');
		const names = ['request-id', 'anthropic-organization-id', 'cf-ray', 'x-envoy-upstream-service-time'];
		for (const kind of ['requests', 'tokens', 'input-tokens', 'output-tokens']) {
			names.push(...['limit', 'remaining', 'reset'].map(part => `anthropic-ratelimit-${kind}-${part}`));
		}

		assert.deepEqual(
			names.filter(name => !response.headers.get(name)),
			[],
		);
		await response.body?.cancel();
	});
});

test('the models API lists its models page by page, and finds one by its id', async () => {
	await withDemoServer('chat', async ({client}) => {
		const all: string[] = [];
		for await (const model of client.models.list({limit: 3})) {
			all.push(model.id);
		}

		assert.equal(new Set(all).size, all.length);
		assert.ok(all.includes('claude-haiku-5-5'));
		assert.deepEqual(
			(await client.models.list()).data.map(({id}) => id),
			all,
		);
		assert.equal((await client.models.retrieve('claude-haiku-5-5')).display_name, 'Claude Haiku 5.5');
		assert.equal((await client.models.retrieve('claude-haiku-4-5')).id, 'claude-haiku-4-5-20251001');
	});
});

test('count_tokens gives what the message then says it has read', async () => {
	await withDemoServer('chat', async ({client}) => {
		const {model, messages} = ask('How many tokens is this?');
		const counted = await client.messages.countTokens({model, messages});
		const message = await client.messages.create(ask('How many tokens is this?'));
		assert.equal(counted.input_tokens, message.usage.input_tokens);
		await assert.rejects(client.messages.countTokens({model, messages: []}), /at least one message/);
	});
});

test('the scenario can be changed between two requests', async () => {
	await withDemoServer('chat', async ({server, client}) => {
		assert.equal((await client.messages.create(ask('hi'))).stop_reason, 'end_turn');
		server.setScenario('refusal');
		assert.equal(server.scenario, 'refusal');
		assert.equal((await client.messages.create(ask('hi'))).stop_reason, 'refusal');
	});
});

test('a change of speed takes effect on an answer that is being waited for', async () => {
	await withDemoServer('long', async ({server, client}) => {
		server.setSpeed(0.000_001);
		const answers = [client.messages.stream(ask('hi')).finalMessage(), client.messages.create(ask('hi'))];
		await Promise.all([0, 1].map(() => client.models.list()));
		server.setSpeed('max');
		assert.equal(server.speed, 'max');
		const reasons = (await Promise.all(answers)).map(message => message.stop_reason);
		assert.deepEqual(reasons, ['end_turn', 'end_turn']);
	});
});

test('a client that goes away leaves the server able to answer others', async () => {
	await withDemoServer('long', async ({client}) => {
		const stream = client.messages.stream(ask('hi'));
		await stream.emitted('text');
		stream.abort();
		assert.equal((await client.messages.create(ask('hi'))).stop_reason, 'end_turn');
	});
});

test('closing ends open streams and frees the port', async () => {
	const server = await startDemoServer({scenario: 'chat', speed: 0.000_001, seed: 1});
	const pending = assert.rejects(post(server.url, {...ask('hi'), stream: true}));
	const probe = await fetch(`${server.url}/v1/models`, {headers: {'x-api-key': 'demo'}});
	await probe.json();
	await server.close();
	await pending;
	const port = Number(new URL(server.url).port);
	const again = await startDemoServer({scenario: 'chat', speed: 'max', seed: 1, port});
	assert.equal(again.url, server.url);
	await assert.rejects(startDemoServer({scenario: 'chat', speed: 'max', seed: 1, port}), {
		code: 'EADDRINUSE',
	});
	await again.close();
});

test('a request without a version is refused, and one without a key before that', async () => {
	await withDemoServer('chat', async ({server}) => {
		const refusal = async (headers: Readonly<Record<string, string>>) => {
			const response = await fetch(`${server.url}/v1/messages`, {
				method: 'POST',
				headers,
				body: JSON.stringify(ask('hi')),
			});
			return [response.status, (await response.json()).error.message];
		};
		assert.deepEqual(await refusal({'x-api-key': 'demo'}), [400, 'anthropic-version: header is required']);
		assert.deepEqual(await refusal({}), [401, 'x-api-key header is required']);
	});
});

test('a model that nobody knows is not found, and those of the lesson and their aliases are', async () => {
	await withDemoServer('chat', async ({server}) => {
		const answered = async (model: string) => {
			const response = await post(server.url, {...ask('hi'), model});
			const body = await response.json();
			return [response.status, body.error?.message ?? body.model];
		};
		assert.deepEqual(await answered('claude-none'), [404, 'model: claude-none']);
		assert.deepEqual(await answered('constructor'), [404, 'model: constructor']);
		for (const model of [
			'claude-haiku-4-5',
			'claude-haiku-4-5-20251001',
			'claude-opus-5-5',
			'claude-sonnet-4-5',
			'claude-3-haiku-20240307',
			'claude-3-opus-20240229',
		]) {
			assert.deepEqual(await answered(model), [200, model]);
		}
	});
});

test('thinking may be displayed in every way that the API knows', async () => {
	await withDemoServer('chat', async ({server}) => {
		for (const display of ['summarized', 'omitted', 'updates']) {
			const {status} = await post(server.url, {...ask('hi'), thinking: {type: 'adaptive', display}});
			assert.equal(status, 200, display);
		}
	});
});
