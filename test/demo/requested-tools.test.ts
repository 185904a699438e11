import assert from 'node:assert/strict';
import {test} from 'node:test';
import type Anthropic from '@anthropic-ai/sdk';
import {sampleInput} from '../../source/demo/requested-tools.js';
import {ask, withDemoServer} from './demo-client.js';

const tool = (name: string): Anthropic.Tool => ({
	name,
	input_schema: {
		type: 'object',
		properties: {place: {type: 'string'}, unit: {type: 'string', enum: ['km', 'miles']}},
		required: ['place', 'unit'],
	},
});

const callsOf = ({content}: Anthropic.Message) => content.filter(block => block.type === 'tool_use');

test('only the tools that a request has are called, with input that their schemas take', async () => {
	for (const scenario of ['tools', 'hostile'] as const) {
		await withDemoServer(scenario, async ({client}) => {
			const message = await client.messages.create({...ask('hi'), tools: [tool('measure')]});
			assert.deepEqual(
				callsOf(message).map(({name}) => name),
				['measure'],
			);
			assert.equal(message.stop_reason, 'tool_use');
			if (scenario === 'tools') {
				assert.deepEqual(callsOf(message)[0]?.input, {place: 'Lisbon', unit: 'km'});
			}

			const without = await client.messages.create({
				...ask('hi'),
				tools: [tool('measure')],
				tool_choice: {type: 'none'},
			});
			assert.deepEqual([callsOf(without), without.stop_reason], [[], 'end_turn']);
		});
	}
});

test('no scenario lets an agent that runs the tools go round for ever', async () => {
	for (const scenario of ['tools', 'hostile'] as const) {
		await withDemoServer(scenario, async ({client}) => {
			const messages: Anthropic.MessageParam[] = [{role: 'user', content: 'hi'}];
			let turns = 0;
			for (;;) {
				const message = await client.messages.create({...ask('hi'), tools: [tool('measure')], messages});
				turns++;
				if (message.stop_reason !== 'tool_use' || turns === 5) {
					break;
				}

				const results = callsOf(message).map(({id}) => ({
					type: 'tool_result' as const,
					tool_use_id: id,
					content: 'done',
				}));
				messages.push({role: 'assistant', content: message.content}, {role: 'user', content: results});
			}

			assert.equal(turns, 2, scenario);
		});
	}
});

test('a search needs a tool for it where a request has tools', async () => {
	await withDemoServer('search', async ({client}) => {
		const types = async (tools: Anthropic.ToolUnion[]) =>
			(await client.messages.create({...ask('hi'), tools})).content.map(({type}) => type);
		assert.deepEqual(await types([tool('measure')]), ['text']);
		assert.ok((await types([{type: 'web_search_20250305', name: 'web_search'}])).includes('server_tool_use'));
	});
});

test('the chat echoes what the person wrote last, not the material before it', async () => {
	await withDemoServer('chat', async ({client}) => {
		const {content} = await client.messages.create({
			...ask('hi'),
			messages: [
				{
					role: 'user',
					content: [
						{type: 'text', text: 'A long file. '.repeat(100)},
						{type: 'text', text: 'Is it any good?'},
					],
				},
			],
		});
		const [first] = content;
		assert.match(first?.type === 'text' ? first.text : '', /^You wrote:\n\n> Is it any good\?\n/);
	});
});

test('a schema that goes round in a circle, or is none, has a sample too', () => {
	const schema: {type: string; required: string[]; properties: Record<string, unknown>} = {
		type: 'object',
		required: ['self'],
		properties: {},
	};
	schema.properties.self = schema;
	assert.ok(JSON.stringify(sampleInput(schema)).length < 200);
	for (const odd of [null, 5, 'x', [], {properties: 5, required: ['a']}, {type: {}}]) {
		assert.deepEqual(typeof sampleInput(odd), 'object');
	}
});
