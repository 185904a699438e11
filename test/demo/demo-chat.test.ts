import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countTokens} from '../../source/demo/tokens.js';
import {ask, post, textOf, withDemoServer} from './demo-client.js';

const lesson = [
	['Write me a 3 word sentence, without a preamble', /^\w+ \w+ \w+\.$/],
	['Write me a 5-word poem', /^(\S+\s+){4}\S+$/],
	['Write a sonnet about orchids', /Orchid/],
	['How do large language models work?', /predicts what comes next/],
	['Tell me about macaws and clay licks in the Amazon', /Tambopata/],
	['Write a long essay on the American Revolution', /Saratoga/],
] as const;

for (const [prompt, expected] of lesson) {
	test(`chat knows “${prompt}”`, async () => {
		await withDemoServer('chat', async ({client}) => {
			assert.match(textOf(await client.messages.create(ask(prompt))), expected);
		});
	});
}

test('the sonnet has fourteen lines and the essay over nine hundred words', async () => {
	await withDemoServer('chat', async ({client}) => {
		const sonnet = textOf(await client.messages.create(ask('a sonnet about orchids')));
		assert.doesNotMatch(sonnet, /^(?: {4}|\t)/m, 'Markdown would make a code block of it');
		assert.equal(sonnet.split('\n').filter(line => line !== '' && !line.startsWith('**')).length, 14);
		const essay = textOf(await client.messages.create(ask('a long essay on the American Revolution')));
		assert.ok(essay.split(/\s+/).length > 900);
	});
});

test('any other prompt is quoted and answered with what is on the screen', async () => {
	await withDemoServer('chat', async ({client}) => {
		const text = textOf(await client.messages.create(ask('Where did I leave my keys?')));
		assert.match(text, /> Where did I leave my keys\?/);
		assert.match(text, /event log/);
		assert.match(text, /```ts/);
	});
});

test('the conversation so far has an effect', async () => {
	await withDemoServer('chat', async ({client}) => {
		const conversation = (last: string) => ({
			...ask(last),
			messages: [
				{role: 'user' as const, content: 'My cat is called Ada'},
				{role: 'assistant' as const, content: 'Noted.'},
				{role: 'user' as const, content: last},
			],
		});
		assert.match(
			textOf(await client.messages.create(conversation('What did I say before?'))),
			/1\. My cat is called Ada/,
		);
		assert.match(
			textOf(await client.messages.create(conversation('Anything else'))),
			/message 2 of our conversation/,
		);
		assert.match(textOf(await client.messages.create(ask('What did I say before?'))), /Nothing yet/);
	});
});

test('the system prompt is quoted and counted', async () => {
	await withDemoServer('chat', async ({client}) => {
		const plain = await client.messages.create(ask('hello'));
		const directed = await client.messages.create({
			...ask('hello'),
			system: [{type: 'text', text: 'Answer like a pirate.'}],
		});
		assert.match(textOf(directed), /Answer like a pirate\./);
		assert.equal(
			directed.usage.input_tokens - plain.usage.input_tokens,
			countTokens('Answer like a pirate.'),
		);
	});
});

test('max_tokens cuts the answer at exactly that many tokens', async () => {
	await withDemoServer('chat', async ({client}) => {
		const full = textOf(await client.messages.create(ask('sonnet')));
		const message = await client.messages.stream({...ask('sonnet'), max_tokens: 12}).finalMessage();
		assert.equal(message.stop_reason, 'max_tokens');
		assert.equal(message.usage.output_tokens, 12);
		assert.ok(full.startsWith(textOf(message)));
		assert.equal(countTokens(textOf(message)), 12);
	});
});

test('a stop sequence ends the answer and is not part of it', async () => {
	await withDemoServer('chat', async ({client}) => {
		const message = await client.messages
			.stream({...ask('sonnet'), stop_sequences: ['never there', 'winter']})
			.finalMessage();
		assert.equal(message.stop_reason, 'stop_sequence');
		assert.equal(message.stop_sequence, 'winter');
		assert.ok(textOf(message).endsWith('Upon the sill, where '));
	});
});

test('a tool call that the limit cuts still ends as the SDK expects', async () => {
	await withDemoServer('tools', async ({client}) => {
		const message = await client.messages.stream({...ask('weather'), max_tokens: 40}).finalMessage();
		assert.equal(message.stop_reason, 'max_tokens');
		assert.equal(message.content.at(-1)?.type, 'tool_use');
	});
});

test('thinking comes first when the request enables it, and empty when it is to be omitted', async () => {
	await withDemoServer('chat', async ({client}) => {
		const message = await client.messages.create({...ask('hello'), thinking: {type: 'adaptive'}});
		assert.deepEqual(
			message.content.map(block => block.type),
			['thinking', 'text'],
		);
		assert.ok((message.usage.output_tokens_details?.thinking_tokens ?? 0) > 0);

		const stream = client.messages.stream({
			...ask('hello'),
			thinking: {type: 'adaptive', display: 'omitted'},
		});
		const [block] = (await stream.finalMessage()).content;
		assert.ok(block?.type === 'thinking');
		assert.equal(block.thinking, '');
		assert.ok(block.signature.length >= 504);
	});
});

test('at temperature 0 the same prompt always has the same answer', async () => {
	await withDemoServer('chat', async ({server}) => {
		const request = {...ask('a 3 word sentence'), temperature: 0};
		const texts = new Set<string>();
		for (let times = 0; times < 8; times++) {
			const response = await post(server.url, request);
			texts.add(textOf(await response.json()));
		}

		assert.deepEqual([...texts], ['Cats meow loudly.']);
	});
});
