import assert from 'node:assert/strict';
import {test} from 'node:test';
import Anthropic from '@anthropic-ai/sdk';
import {type DemoScenarioName, demoScenarios, isDemoScenarioName} from '../../source/demo/scenario-names.js';
import {ask, textOf, withDemoServer} from './demo-client.js';

/** Everything that the SDK yields, and how it ended. */
async function watch(client: Anthropic, prompt = 'hello') {
	const stream = client.messages.stream(ask(prompt));
	const types: string[] = [];
	let thrown: unknown;
	try {
		for await (const event of stream) {
			types.push(event.type);
		}
	} catch (error) {
		thrown = error;
	}

	const message = await stream.finalMessage().catch(() => null);
	return {types, thrown, message};
}

const endings: ReadonlyArray<readonly [DemoScenarioName, string, readonly string[]]> = [
	['chat', 'end_turn', ['text']],
	['thinking', 'end_turn', ['thinking', 'text']],
	['hidden-thinking', 'end_turn', ['thinking', 'text']],
	['tools', 'tool_use', ['text', 'tool_use', 'tool_use']],
	[
		'search',
		'end_turn',
		['text', 'server_tool_use', 'web_search_tool_result', 'text', 'text', 'text', 'text', 'text', 'text'],
	],
	['refusal', 'refusal', ['text']],
	['pause', 'pause_turn', ['text', 'server_tool_use']],
	['slow', 'end_turn', ['text']],
	['words', 'end_turn', ['text']],
	['max-tokens', 'max_tokens', ['text']],
	['stop-sequence', 'stop_sequence', ['text']],
	['unicode', 'end_turn', ['text']],
	['long', 'end_turn', ['text']],
	['burst', 'end_turn', ['text']],
	['stall', 'end_turn', ['text']],
	['hostile', 'tool_use', ['thinking', 'text', 'tool_use']],
];

for (const [scenario, stopReason, blocks] of endings) {
	test(`${scenario} ends with ${stopReason}, and whole it holds the same blocks as streamed`, async () => {
		await withDemoServer(scenario, async ({client}) => {
			const {thrown, message} = await watch(client);
			assert.equal(thrown, undefined);
			assert.equal(message?.stop_reason, stopReason);
			assert.deepEqual(
				message.content.map(block => block.type),
				blocks,
			);

			const whole = await client.messages.create(ask('hello'));
			assert.deepEqual(withoutIds(whole.content), withoutIds(message.content));
			assert.equal(whole.stop_reason, stopReason);
			assert.deepEqual(whole.usage, message.usage);
		});
	});
}

/** Streamed and whole are two messages: their ids differ. The SDK's helper adds a field of its own. */
function withoutIds(content: readonly object[]): unknown {
	return JSON.parse(
		JSON.stringify(content, (name, value) =>
			['id', 'tool_use_id', 'parsed'].includes(name) ? undefined : value,
		),
	);
}

test('every scenario has a name of its own and a sentence', () => {
	assert.equal(demoScenarios.length, 23);
	assert.equal(new Set(demoScenarios.map(({name}) => name)).size, 23);
	for (const {name, summary} of demoScenarios) {
		assert.ok(isDemoScenarioName(name));
		assert.match(summary, /^\S.+\.$/);
	}

	assert.equal(isDemoScenarioName('toString'), false);
});

test('long sends 5,000 deltas', async () => {
	const {types} = await withDemoServer('long', ({client}) => watch(client));
	assert.equal(types.filter(type => type === 'content_block_delta').length, 5000);
});

test('search cites what it found and has read far more than it was sent', async () => {
	await withDemoServer('search', async ({client}) => {
		const {model, messages} = ask('hello');
		const sent = await client.messages.countTokens({model, messages});
		const message = await client.messages.stream(ask('hello')).finalMessage();
		const citations = message.content.flatMap(block =>
			block.type === 'text' ? (block.citations ?? []) : [],
		);
		assert.equal(citations.length, 3);
		assert.ok(message.usage.input_tokens > sent.input_tokens + 5000);
		assert.equal(message.usage.server_tool_use?.web_search_requests, 1);
	});
});

test('tools answers in text once the conversation carries the results', async () => {
	await withDemoServer('tools', async ({client}) => {
		const call = await client.messages.create(ask('weather?'));
		const results = call.content
			.filter(block => block.type === 'tool_use')
			.map(({id}) => ({type: 'tool_result' as const, tool_use_id: id, content: '18 °C and windy'}));
		const answer = await client.messages.create({
			...ask('weather?'),
			messages: [
				{role: 'user', content: 'weather?'},
				{role: 'assistant', content: call.content},
				{role: 'user', content: results},
			],
		});
		assert.equal(answer.stop_reason, 'end_turn');
		assert.match(textOf(answer), /18 °C and windy/);
	});
});

test('hidden-thinking counts three thousand tokens of which nothing is shown, and shows a summary when asked', async () => {
	await withDemoServer('hidden-thinking', async ({client}) => {
		const {content, usage} = await client.messages.stream(ask('hello')).finalMessage();
		assert.ok(content[0]?.type === 'thinking');
		assert.equal(content[0].thinking, '');
		assert.equal(usage.output_tokens_details?.thinking_tokens, 3100);
		assert.ok(usage.output_tokens > 3100);

		const thinking = {type: 'adaptive' as const, display: 'summarized' as const};
		const shown = await client.messages.create({...ask('hello'), thinking});
		assert.ok(shown.content[0]?.type === 'thinking' && shown.content[0].thinking !== '');
		const off = await client.messages.create({...ask('hello'), thinking: {type: 'disabled'}});
		assert.deepEqual(
			off.content.map(({type}) => type),
			['text'],
		);
	});
});

test('pause goes on with the results of its search when the turn is sent back', async () => {
	await withDemoServer('pause', async ({client}) => {
		const paused = await client.messages.create(ask('hello'));
		const [, call] = paused.content;
		const resumed = await client.messages
			.stream({
				...ask('hello'),
				messages: [
					{role: 'user', content: 'hello'},
					{role: 'assistant', content: paused.content},
				],
			})
			.finalMessage();
		assert.equal(resumed.stop_reason, 'end_turn');
		const [result] = resumed.content;
		assert.ok(call?.type === 'server_tool_use' && result?.type === 'web_search_tool_result');
		assert.equal(result.tool_use_id, call.id);
	});
});

// The SDK's stable helper leaves out what only its beta surface knows.
for (const [scenario, blocks] of [
	['fallback', ['text', 'fallback', 'text']],
	['compaction', ['compaction', 'text']],
] as const) {
	test(`${scenario} holds the same blocks whole as streamed`, async () => {
		await withDemoServer(scenario, async ({client}) => {
			const {stop_reason, content, usage} = await client.beta.messages.stream(ask('hello')).finalMessage();
			const whole = await client.beta.messages.create(ask('hello'));
			assert.equal(stop_reason, 'end_turn');
			assert.deepEqual(
				content.map(({type}) => type),
				blocks,
			);
			assert.deepEqual(
				withoutIds(whole.content.filter(({type}) => type !== 'compaction')),
				withoutIds(content.filter(({type}) => type !== 'compaction')),
			);
			assert.deepEqual(whole.usage, usage);
		});
	});
}

test('fallback and compaction count each attempt in usage.iterations', async () => {
	const iterations = (name: DemoScenarioName) =>
		withDemoServer(name, async ({client}) => {
			const {usage} = await client.beta.messages.stream(ask('hello')).finalMessage();
			const [first, last] = usage.iterations ?? [];
			assert.equal(last?.output_tokens, usage.output_tokens);
			assert.ok((first?.output_tokens ?? 0) > 0);
			return usage.iterations?.map(({type}) => type);
		});
	assert.deepEqual(await iterations('fallback'), ['message', 'fallback_message']);
	assert.deepEqual(await iterations('compaction'), ['compaction', 'message']);
});

test('fallback hands over to the first model that the request names', async () => {
	await withDemoServer('fallback', async ({client}) => {
		const {content} = await client.beta.messages.create({
			...ask('hello'),
			fallbacks: [{model: 'claude-opus-5-5'}],
		});
		assert.ok(content[1]?.type === 'fallback');
		assert.deepEqual([content[1].from.model, content[1].to.model], ['claude-haiku-5-5', 'claude-opus-5-5']);
	});
});

test('cache writes the prompt once and reads it in the next turn', async () => {
	await withDemoServer('cache', async ({client}) => {
		const first = await client.messages.create(ask('hello'));
		const second = await client.messages.create({
			...ask('hello'),
			messages: [
				{role: 'user', content: 'hello'},
				{role: 'assistant', content: first.content},
				{role: 'user', content: 'again'},
			],
		});
		const counts = ({usage}: Anthropic.Message) => [
			usage.cache_creation_input_tokens,
			usage.cache_read_input_tokens,
		];
		assert.deepEqual(counts(first), [4213, 0]);
		assert.deepEqual(counts(second), [0, 4213]);
	});
});

test('rate-limited refuses with retry-after, then answers', async () => {
	await withDemoServer('rate-limited', async ({client}) => {
		const first = await watch(client);
		assert.ok(first.thrown instanceof Anthropic.RateLimitError);
		assert.ok(Number(first.thrown.headers.get('retry-after')) > 0);
		assert.equal(first.thrown.headers.get('anthropic-ratelimit-requests-remaining'), '0');
		assert.equal((await watch(client)).message?.stop_reason, 'end_turn');
	});
});

test("rate-limited and overloaded pass with the SDK's own retries up to the error in mid-stream", async () => {
	await withDemoServer('rate-limited', async ({client}) => {
		const message = await client.withOptions({maxRetries: 2}).messages.stream(ask('hello')).finalMessage();
		assert.equal(message.stop_reason, 'end_turn');
	});
	await withDemoServer('overloaded', async ({client}) => {
		const {thrown, types} = await watch(client.withOptions({maxRetries: 2}));
		assert.ok(thrown instanceof Anthropic.APIError);
		assert.equal(thrown.status, undefined);
		assert.equal(types[0], 'message_start');
	});
});

test('overloaded gives a 529, then an error event in mid-stream, then the answer', async () => {
	await withDemoServer('overloaded', async ({client}) => {
		const first = await watch(client);
		assert.ok(first.thrown instanceof Anthropic.APIError);
		assert.equal(first.thrown.status, 529);
		assert.equal(first.thrown.headers?.get('x-should-retry'), 'true');

		const second = await watch(client);
		assert.ok(second.thrown instanceof Anthropic.APIError);
		assert.equal(second.thrown.type, 'overloaded_error');
		assert.ok(second.types.includes('content_block_delta'));
		assert.ok(!second.types.includes('message_stop'));

		assert.equal((await watch(client)).message?.stop_reason, 'end_turn');
	});
});

test('cut-off breaks the connection after content has come', async () => {
	const {thrown, types, message} = await withDemoServer('cut-off', ({client}) => watch(client));
	assert.ok(thrown instanceof Anthropic.AnthropicError);
	assert.match(thrown.message, /terminated/);
	assert.ok(types.includes('content_block_delta'));
	assert.ok(!types.includes('message_stop'));
	assert.equal(message, null);
});

test('malformed passes an unknown event, block and delta, then throws at the broken JSON', async () => {
	const {thrown, types} = await withDemoServer('malformed', ({client}) => watch(client));
	assert.ok(thrown instanceof Anthropic.AnthropicError);
	assert.match(thrown.message, /JSON/);
	assert.ok(types.includes('message_annotation'));
	assert.equal(types.filter(type => type === 'content_block_start').length, 3);
});

test('the faults also show without streaming', async () => {
	await withDemoServer('cut-off', ({client}) =>
		assert.rejects(client.messages.create(ask('hello')), /terminated/),
	);
	await withDemoServer('malformed', ({client}) =>
		assert.rejects(client.messages.create(ask('hello')), SyntaxError),
	);
	await withDemoServer('overloaded', async ({client}) => {
		await assert.rejects(client.messages.create(ask('hello')), {status: 529});
		await assert.rejects(client.messages.create(ask('hello')), {status: 529});
		assert.equal((await client.messages.create(ask('hello'))).stop_reason, 'end_turn');
	});
});

test('hostile puts real control characters into thinking, text and tool input', async () => {
	const {message} = await withDemoServer('hostile', ({client}) => watch(client));
	for (const block of message?.content ?? []) {
		const strings =
			block.type === 'tool_use' ? Object.values(block.input ?? {}).join('') : Object.values(block).join('');
		for (const sequence of [
			'\u001b]52;c;',
			'\u001b[2J',
			'\u009b',
			'\u001bP',
			'\u001b_',
			'\u0007',
			'\r',
			'\b',
			'\u202e',
		]) {
			assert.ok(strings.includes(sequence), `${block.type} lacks ${JSON.stringify(sequence)}`);
		}
	}
});
