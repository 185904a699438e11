import assert from 'node:assert/strict';
import {test} from 'node:test';
import {modelFacts} from '../../../source/messages/models.js';
import {withoutField} from '../../../source/messages/request/body-path.js';
import type {ChatSettings} from '../../../source/messages/request/chat-settings.js';
import {checkRequest} from '../../../source/messages/request/check-request.js';
import {type Fix, fixWords} from '../../../source/messages/request/refusal.js';
import {plainSettings, requestBody} from '../../../source/messages/request/request-body.js';
import type {JsonObject} from '../../../source/wire/json.js';
import {apiComplaints} from '../../helpers/api-validator.js';

const models = [
	'claude-haiku-4-5',
	'claude-sonnet-5-5',
	'claude-haiku-5-5',
	'claude-opus-5-5',
	'claude-fable-5-2',
];
const messages = [{role: 'user', content: 'Hi'}];

const check = (settings: ChatSettings, apiVersion = '2026-10-21') => {
	const {body, misfits} = requestBody(settings, messages);
	const facts = modelFacts(settings.model);
	return {body, refusal: checkRequest(body, {facts, apiVersion, betas: settings.betas ?? [], misfits})};
};

const markedTool = (index: number) => ({
	name: `f${index}`,
	input_schema: {type: 'object', properties: {cache_control: {type: 'string'}}},
	cache_control: {type: 'ephemeral'},
});

const efforts = [undefined, 'low', 'medium', 'high', 'xhigh', 'max'];
const thinkings = [undefined, 'adaptive', 'off', 1000, 1024, 5000, 70_000] as const;
const limits = [1, 2000, 4096, 64_001, 128_001];
const sets = [
	[],
	[{path: 'temperature', value: 0}],
	[{path: 'top_p', value: 0.5}],
	[{path: 'top_k', value: 5}],
	[{path: 'thinking', value: {type: 'disabled'}}],
	[{path: 'thinking', value: {type: 'between_tools'}}],
	[{path: 'speed', value: 'fast'}],
	[{path: 'cache_control.type', value: 'ephemeral'}],
	[{path: 'tool_choice', value: {type: 'auto'}}],
	[
		{path: 'tools', value: [{name: 'f', input_schema: {type: 'object'}}]},
		{path: 'tool_choice.type', value: 'any'},
	],
	[
		{path: 'tools', value: Array.from({length: 4}, (_, index) => markedTool(index))},
		{path: 'cache_control', value: {type: 'ephemeral'}},
	],
	[{path: 'tools', value: Array.from({length: 4}, (_, index) => markedTool(index))}],
	[{path: 'stop_sequences', value: ['END']}],
	[{path: 'metadata.user_id', value: 'u'}],
];

const cases = models.flatMap(model =>
	thinkings.flatMap(thinking =>
		efforts.flatMap(effort =>
			limits.flatMap(maxTokens =>
				sets.map(set => plainSettings({model, thinking, effort, maxTokens, set}) satisfies ChatSettings),
			),
		),
	),
);

test('every setting with every model makes a body that the API takes, or is refused before it is sent; nothing that it takes is refused', () => {
	for (const settings of cases) {
		const {body, refusal} = check(settings);
		assert.equal(
			refusal === null,
			apiComplaints(body).length === 0,
			`${JSON.stringify(body)} ${refusal?.words}`,
		);
	}
});

/** Does what a refusal proposes. */
const followed = (settings: ChatSettings, fix: Fix): ChatSettings => {
	if (fix.kind === 'unset') {
		return {...settings, set: withoutField(settings.set ?? [], fix.path)};
	}

	assert.equal(fix.kind, 'setting');
	const {name, value} = fix as Extract<Fix, {kind: 'setting'}>;
	const number = /^\d+$/.test(value) ? Number(value) : value;
	const chosen = value === 'default' ? undefined : number;
	const field = name === 'max-tokens' ? 'maxTokens' : name;
	const set = (settings.set ?? []).filter(({path}) => !(field === 'thinking' && path.startsWith('thinking')));
	return {...settings, [field]: chosen, set};
};

test('what a refusal proposes first leads to a request that the API takes, and never in a circle', () => {
	for (const settings of cases) {
		let present = settings;
		for (let steps = 0; steps < 6; steps++) {
			const [fix] = check(present).refusal?.fixes ?? [];
			if (fix === undefined) {
				break;
			}

			present = followed(present, fix);
		}

		assert.deepEqual(apiComplaints(check(present).body), [], JSON.stringify(settings));
	}
});

test('each of the ways that a refusal proposes ends this refusal', () => {
	for (const settings of cases) {
		const {refusal} = check(settings);
		for (const fix of (refusal?.fixes ?? []).filter(({kind}) => kind !== 'start')) {
			assert.notEqual(
				check(followed(settings, fix)).refusal?.words,
				refusal?.words,
				JSON.stringify([settings, fix]),
			);
		}
	}
});

test('with the older version, sampling goes out, and nothing else changes', () => {
	const settings = {model: 'claude-haiku-4-5', maxTokens: 10, set: [{path: 'temperature', value: 0}]};
	assert.equal(check(settings, '2023-06-01').refusal, null);
	assert.deepEqual(check(settings).refusal, {
		words: 'The API rejects temperature since its version 2026-10-21.',
		fixes: [
			{kind: 'unset', path: 'temperature'},
			{kind: 'start', flags: '--api-version 2023-06-01'},
		],
	});
});

test('of a model that is not known, only what holds for every model is checked', () => {
	const gateway = {model: 'gateway/other', maxTokens: 900_000, effort: 'max'};
	assert.equal(check({...gateway, thinking: 'off'}).refusal, null);
	assert.deepEqual(check({...gateway, thinking: 'off'}).body.thinking, {type: 'disabled'});
	assert.match(check({...gateway, thinking: 900_000}).refusal?.words ?? '', /must be lower than max tokens/);
});

test('a refusal names the slash commands in the chat, and the options on the command line', () => {
	const {refusal} = check({model: 'claude-haiku-5-5', maxTokens: 4096, thinking: 5000});
	assert.equal(
		refusal?.words,
		'claude-haiku-5-5 does not accept a thinking budget. Its effort guides how much it thinks.',
	);
	assert.equal(fixWords(refusal?.fixes ?? [], 'chat'), 'Try /thinking adaptive.');
	const over = check({model: 'claude-haiku-4-5', maxTokens: 4096, thinking: 5000}).refusal;
	assert.equal(over?.words, 'The thinking budget (5000 tokens) must be lower than max tokens (4096).');
	assert.equal(fixWords(over?.fixes ?? [], 'flags'), 'Try --max-tokens 9096, or --thinking 2048.');
});

test('a path that leads into a text is refused, with the way to take it out', () => {
	const {refusal} = check({model: 'm', maxTokens: 1, set: [{path: 'messages.0.content.0.type', value: 'x'}]});
	assert.match(refusal?.words ?? '', /Cannot set messages\.0\.content\.0\.type/);
	assert.equal(fixWords(refusal?.fixes ?? [], 'chat'), 'Try /unset messages.0.content.0.type.');
});

test('a picture is refused by a model that takes none', () => {
	const facts = {...(modelFacts('claude-haiku-4-5') ?? assert.fail()), takesImages: false};
	const picture = {type: 'image', source: {type: 'base64', media_type: 'image/png', data: ''}};
	const body = {model: 'm', max_tokens: 9, messages: [{role: 'user', content: [picture]}]};
	const refusal = checkRequest(body, {facts, apiVersion: '2026-10-21', betas: [], misfits: []});
	assert.equal(refusal?.words, 'claude-haiku-4-5 does not accept images.');
	assert.equal(fixWords(refusal?.fixes ?? [], 'flags'), 'Try --model claude-haiku-5-5.');
});

test('a request without messages, and a message without content, is refused; the answer that the model is to continue may be empty', () => {
	const facts = modelFacts('claude-haiku-4-5');
	const words = (asked: readonly JsonObject[]) =>
		checkRequest(
			{model: 'claude-haiku-4-5', max_tokens: 1, messages: asked},
			{facts, apiVersion: '2026-10-21', betas: [], misfits: []},
		)?.words;
	assert.match(words([]) ?? '', /no messages/);
	for (const content of ['', [], [{type: 'text', text: ''}]]) {
		assert.match(
			words([
				{role: 'user', content: 'Hi'},
				{role: 'user', content},
			]) ?? '',
			/^messages\.1 is empty/,
		);
		assert.match(words([{role: 'assistant', content}, ...messages]) ?? '', /^messages\.0 is empty/);
		assert.equal(words([...messages, {role: 'assistant', content}]), undefined);
	}
});

test('marks of the cache are counted in tools, the system prompt, messages and the results of tools', () => {
	const mark = {cache_control: {type: 'ephemeral'}};
	const text = {type: 'text', text: 'x', ...mark};
	const body = {
		model: 'm',
		max_tokens: 1,
		tools: [{name: 'f', ...mark}],
		system: [text],
		messages: [
			{role: 'user', content: [text]},
			{role: 'user', content: [{type: 'tool_result', tool_use_id: 't', content: [text]}]},
		],
	};
	const rules = {facts: null, apiVersion: '2026-10-21', betas: [], misfits: []};
	assert.equal(checkRequest(body, rules), null);
	assert.match(checkRequest({...body, system: [text, text]}, rules)?.words ?? '', /at most 4 .* has 5/);
});
