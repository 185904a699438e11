import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ask, post, withDemoServer} from './demo-client.js';

const older = {'x-api-key': 'demo', 'anthropic-version': '2023-06-01'};
const current = {authorization: 'Bearer demo', 'anthropic-version': '2026-10-21'};

type Headers = Readonly<Record<string, string>>;

/** The status, and what an error says. */
async function answerTo(body: unknown, headers: Headers = current): Promise<readonly [number, string?]> {
	return withDemoServer('chat', async ({server}) => {
		const response = await post(server.url, body, {headers});
		const {error} = await response.json();
		return error === undefined ? [response.status] : [response.status, error.message];
	});
}

const withModel = (model: string, fields: object) => ({...ask('hi'), model, ...fields});

for (const name of ['temperature', 'top_p', 'top_k']) {
	test(`${name} is refused by version 2026-10-21 on every model, and taken by 2023-06-01`, async () => {
		for (const model of ['claude-haiku-5-5', 'claude-haiku-4-5', 'claude-3-haiku-20240307']) {
			const body = withModel(model, {[name]: 1});
			assert.deepEqual(await answerTo(body), [400, `${name}: Extra inputs are not permitted`]);
			assert.deepEqual(await answerTo(body, older), [200]);
		}
	});
}

test('documents of the assistant and citations on text of the user are refused by version 2026-10-21 alone', async () => {
	const source = {type: 'text', media_type: 'text/plain', data: 'A page.'};
	const turns = (role: string, block: object) => ({
		...ask('hi'),
		messages: [
			{role: 'user', content: 'hi'},
			{role, content: [block]},
			{role: 'user', content: 'and?'},
		],
	});
	const document = turns('assistant', {type: 'document', source});
	const cited = turns('user', {type: 'text', text: 'So it says.', citations: [{type: 'char_location'}]});
	assert.match((await answerTo(document))[1] ?? '', /^messages\.1\.content\.0: .*document/);
	assert.match((await answerTo(cited))[1] ?? '', /^messages\.1\.content\.0\.text\.citations: Extra inputs/);
	assert.deepEqual(await answerTo(document, older), [200]);
	assert.deepEqual(await answerTo(cited, older), [200]);
});

test('a version that the API never had is refused', async () => {
	assert.deepEqual(await answerTo(ask('hi'), {...current, 'anthropic-version': '2026-10-22'}), [
		400,
		'anthropic-version: "2026-10-22" is not a valid version',
	]);
});

test('the key is taken from either header, and from x-api-key where both are there', async () => {
	const version = {'anthropic-version': '2026-10-21'};
	assert.deepEqual(await answerTo(ask('hi'), {...version, 'x-api-key': 'demo'}), [200]);
	assert.deepEqual(await answerTo(ask('hi'), {...version, authorization: 'Bearer demo'}), [200]);
	assert.deepEqual(
		await answerTo(ask('hi'), {...version, authorization: 'nonsense', 'x-api-key': 'demo'}),
		[200],
	);
	assert.deepEqual(await answerTo(ask('hi'), {...version, authorization: 'nonsense'}), [
		401,
		'Invalid bearer token',
	]);
	assert.deepEqual(await answerTo(ask('hi'), version), [401, 'x-api-key header is required']);
});

const budget = {thinking: {type: 'enabled', budget_tokens: 1024}};
const refusals: ReadonlyArray<readonly [model: string, fields: object, message: string | undefined]> = [
	[
		'claude-haiku-5-5',
		budget,
		'"thinking.type.enabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.',
	],
	['claude-haiku-4-5', budget, undefined],
	['claude-haiku-4-5', {thinking: {type: 'adaptive'}}, 'adaptive thinking is not supported on this model'],
	['claude-haiku-5-5', {thinking: {type: 'disabled'}}, undefined],
	['claude-3-haiku-20240307', {max_tokens: 100, thinking: {type: 'disabled'}}, undefined],
	[
		'claude-opus-5-5',
		{thinking: {type: 'disabled'}},
		'"thinking.type.disabled" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.',
	],
	['claude-haiku-4-5', {output_config: {effort: 'low'}}, 'This model does not support the effort parameter.'],
	[
		'claude-sonnet-4-6',
		{output_config: {effort: 'xhigh'}},
		"This model does not support effort level 'xhigh'. Supported levels: high, low, max, medium.",
	],
	[
		'claude-haiku-5-5',
		{thinking: {type: 'disabled'}, output_config: {effort: 'max'}},
		"output_config.effort 'max' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.",
	],
	['claude-haiku-5-5', {thinking: {type: 'disabled'}, output_config: {effort: 'high'}}, undefined],
	['claude-haiku-5-5', {output_config: {effort: 'max'}}, undefined],
	[
		'claude-haiku-5-5',
		{max_tokens: 128_001},
		'max_tokens: 128001 > 128000, which is the maximum allowed number of output tokens for claude-haiku-5-5',
	],
	[
		'claude-haiku-5-5',
		{
			messages: [
				{role: 'user', content: 'hi'},
				{role: 'assistant', content: 'The answer is'},
			],
		},
		'This model does not support assistant message prefill. The conversation must end with a user message.',
	],
	[
		'claude-haiku-4-5',
		{
			messages: [
				{role: 'user', content: 'hi'},
				{role: 'assistant', content: 'The answer is'},
			],
		},
		undefined,
	],
];

for (const [model, fields, message] of refusals) {
	test(`${model} ${message === undefined ? 'takes' : 'refuses'} ${JSON.stringify(fields)}`, async () => {
		assert.deepEqual(
			await answerTo(withModel(model, fields)),
			message === undefined ? [200] : [400, message],
		);
	});
}

test('an effort that no model has is not among the choices', async () => {
	const [status, message] = await answerTo(withModel('claude-haiku-5-5', {output_config: {effort: 'some'}}));
	assert.equal(status, 400);
	assert.match(message ?? '', /^output_config\.effort: Input should be .*"low".*"max"/);
});

test('the models API tells the lifecycle and what each model takes', async () => {
	await withDemoServer('chat', async ({client}) => {
		const haiku = await client.models.retrieve('claude-haiku-5-5');
		assert.deepEqual(
			[haiku.lifecycle, haiku.deprecated_at, haiku.retires_at, haiku.line],
			['active', null, null, 'haiku'],
		);
		assert.deepEqual([haiku.max_input_tokens, haiku.max_tokens], [1_000_000, 128_000]);
		assert.deepEqual(haiku.capabilities?.thinking, {
			supported: true,
			types: {
				adaptive: {supported: true},
				between_tools: {supported: false},
				disabled: {supported: true},
				enabled: {supported: false},
			},
		});
		assert.equal(haiku.capabilities?.effort.xhigh?.supported, true);

		const sonnet = await client.models.retrieve('claude-sonnet-4-5');
		assert.equal(sonnet.lifecycle, 'deprecated');
		assert.equal(sonnet.retires_at, '2026-11-30T00:00:00Z');
		assert.ok(sonnet.deprecated_at !== null);
		assert.equal(sonnet.capabilities?.effort.supported, false);
		assert.equal(sonnet.capabilities?.pdf_input.supported, true);
	});
});

test('thinking that is not displayed still counts as output, and more of it at a higher effort', async () => {
	await withDemoServer('chat', async ({client}) => {
		const think = async (fields: object) => {
			const {content, usage} = await client.messages
				.stream({...ask('hello'), thinking: {type: 'adaptive'}, ...fields})
				.finalMessage();
			const [block] = content;
			const text = block?.type === 'thinking' ? block.thinking : null;
			return {text, tokens: usage.output_tokens_details?.thinking_tokens ?? 0, all: usage.output_tokens};
		};
		const hidden = await think({});
		assert.equal(hidden.text, '');
		assert.ok(hidden.tokens > 0 && hidden.all > hidden.tokens);

		const shown = await think({thinking: {type: 'adaptive', display: 'summarized'}});
		assert.match(shown.text ?? '', /The user writes/);
		assert.equal(shown.tokens, hidden.tokens);

		const low = await think({output_config: {effort: 'low'}});
		const max = await think({output_config: {effort: 'max'}});
		assert.deepEqual([low.text, low.tokens], [null, 0]);
		assert.ok(max.tokens > hidden.tokens);

		// A model of before October 2026 displays a summary unless it is told not to.
		const older = await think({model: 'claude-opus-4-6'});
		assert.match(older.text ?? '', /The user writes/);
	});
});

test('a field inside a block that the API does not know is refused by its path; a block of an unknown type may have any', async () => {
	const blocks = (...content: readonly object[]) => ({...ask('hi'), messages: [{role: 'user', content}]});
	const text = {type: 'text', text: 'hi'};
	assert.deepEqual(await answerTo(blocks(text, {...text, mood: 'good'})), [
		400,
		'messages.0.content.1.text.mood: Extra inputs are not permitted',
	]);
	assert.deepEqual(await answerTo(blocks(text, {...text, cache_control: {type: 'ephemeral'}})), [200]);
	assert.deepEqual(await answerTo(blocks(text, {type: 'novelty', mood: 'good'})), [200]);
});

test('a choice among no tools, a forced tool with a budget, and a fifth mark of the cache are refused', async () => {
	const mark = {cache_control: {type: 'ephemeral'}};
	const tools = [{name: 'f', input_schema: {type: 'object'}, ...mark}];
	const choice = {tool_choice: {type: 'any'}};
	const thinking = {type: 'enabled', budget_tokens: 1024};
	assert.match((await answerTo(withModel('claude-haiku-5-5', choice)))[1] ?? '', /while providing tools/);
	assert.match(
		(await answerTo(withModel('claude-haiku-4-5', {...choice, tools, thinking})))[1] ?? '',
		/tool_choice forces tool use/,
	);
	const system = Array.from({length: 4}, () => ({type: 'text', text: 'x', ...mark}));
	assert.match(
		(await answerTo(withModel('claude-haiku-5-5', {system, tools})))[1] ?? '',
		/maximum of 4 .* Found 5/,
	);
	assert.deepEqual(await answerTo(withModel('claude-haiku-5-5', {system})), [200]);
});

test('the retired models of older lessons are known, with their date, without it, and as the latest', async () => {
	for (const model of [
		'claude-3-haiku-20240307',
		'claude-3-5-sonnet-20240620',
		'claude-3-5-sonnet-latest',
		'claude-3-opus',
		'claude-2.1',
	]) {
		assert.deepEqual(await answerTo(withModel(model, {}), older), [200], model);
	}

	assert.deepEqual(await answerTo(withModel('claude-3-5-opus-latest', {}), older), [
		404,
		'model: claude-3-5-opus-latest',
	]);
});

test('a model that names no scenario is told which one was meant', async () => {
	assert.deepEqual(await answerTo(withModel('demo-thinkin', {})), [
		404,
		'model: demo-thinkin. There is no scenario "thinkin". Did you mean thinking?',
	]);
});
