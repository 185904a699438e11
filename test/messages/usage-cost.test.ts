import assert from 'node:assert/strict';
import {test} from 'node:test';
import {knownPrices, priceOf} from '../../source/messages/prices.js';
import {usageCost} from '../../source/messages/usage-cost.js';
import {enterUsage} from '../../source/messages/usage-ledger.js';
import type {JsonObject} from '../../source/wire/json.js';

const million = 1_000_000;

const costOf = (usage: JsonObject, model: string) =>
	usageCost(enterUsage([], usage, 'message_delta', 0), model, knownPrices);

/** To a millionth of a cent: sums of binary fractions are never exact. */
const dollarsOf = (usage: JsonObject, model: string) =>
	Number(costOf(usage, model)?.dollars.toFixed(8) ?? Number.NaN);

test('input and output cost what the model’s rates say, also under a name that ends with a day', () => {
	assert.equal(dollarsOf({input_tokens: million, output_tokens: million}, 'claude-opus-5-5'), 24);
	assert.equal(dollarsOf({input_tokens: million, output_tokens: 0}, 'claude-haiku-4-5-20251001'), 1);
	const {parts = []} = costOf({input_tokens: 12, output_tokens: 270}, 'claude-haiku-5-5') ?? {};
	assert.deepEqual(
		parts.map(part => ({...part, dollars: Number(part.dollars.toFixed(10))})),
		[
			{name: 'input_tokens', dollars: 0.0000012, rule: '12 × $0.1/M'},
			{name: 'output_tokens', dollars: 0.000135, rule: '270 × $0.5/M'},
		],
	);
});

test('cache writes cost by how long they live, and reads by the model', () => {
	const usage = {
		input_tokens: 0,
		cache_creation_input_tokens: 2 * million,
		cache_creation: {ephemeral_5m_input_tokens: million, ephemeral_1h_input_tokens: million},
		cache_read_input_tokens: million,
		output_tokens: 0,
	};
	assert.equal(dollarsOf(usage, 'claude-sonnet-5-5'), 2.5 + 4 + 0.1);
	assert.equal(dollarsOf({...usage, cache_creation: null}, 'claude-sonnet-5-5'), 5 + 0.1);
	assert.equal(dollarsOf({cache_read_input_tokens: million}, 'claude-fable-5-1'), 0.25);
	assert.equal(dollarsOf({cache_read_input_tokens: million}, 'claude-opus-4-8'), 0.5);
});

test('a prompt of more than 100,000 tokens of haiku-5-5 pays the upper band for every token, cached ones counted', () => {
	const usage = (input: number) => ({
		input_tokens: input,
		cache_read_input_tokens: 50_000,
		output_tokens: 1000,
	});
	assert.equal(dollarsOf(usage(50_000), 'claude-haiku-5-5'), 0.006);
	assert.equal(dollarsOf(usage(50_001), 'claude-haiku-5-5'), 0.0300005);
});

test('fast mode, batches, inference in the US and searches have their own prices', () => {
	const usage = {input_tokens: million, output_tokens: 0};
	assert.equal(dollarsOf({...usage, speed: 'fast'}, 'claude-opus-5-5'), 8);
	assert.equal(costOf({...usage, speed: 'fast'}, 'claude-sonnet-5-5'), null);
	assert.equal(dollarsOf({...usage, service_tier: 'batch'}, 'claude-opus-5-5'), 2);
	assert.equal(costOf({...usage, service_tier: 'priority'}, 'claude-opus-5-5'), null);
	assert.equal(dollarsOf({...usage, inference_geo: 'us'}, 'claude-opus-5-5'), 4.4);
	assert.equal(
		dollarsOf(
			{...usage, server_tool_use: {web_search_requests: 3, web_fetch_requests: 5}},
			'claude-opus-5-5',
		),
		4.03,
	);
});

test('iterations are billed one by one, a fallback and a compaction among them, instead of the totals', () => {
	const usage = {
		input_tokens: 999,
		output_tokens: 999,
		iterations: [
			{type: 'message', model: 'claude-opus-5-5', input_tokens: million, output_tokens: 0},
			{type: 'compaction', input_tokens: 0, output_tokens: million},
			{type: 'fallback_message', model: 'claude-sonnet-5-5', input_tokens: 0, output_tokens: million},
		],
	};
	assert.equal(dollarsOf(usage, 'claude-opus-5-5'), 4 + 20 + 10);
	assert.equal(
		costOf({...usage, iterations: [{...usage.iterations[0], model: 'x'}]}, 'claude-opus-5-5'),
		null,
	);
});

test('a model that is not in the list has no sum, whatever its name is', () => {
	for (const model of ['', 'gpt-6-sol', '__proto__', 'constructor']) {
		assert.equal(costOf({input_tokens: 1, output_tokens: 1}, model), null);
	}
});

test('every model costs more for its output than its input, and less from the cache', () => {
	assert.ok(knownPrices.size >= 25);
	for (const [model, {input, output, cacheRead, cacheWrite5m, cacheWrite1h}] of knownPrices) {
		assert.ok(cacheRead < input && input < cacheWrite5m && cacheWrite5m < cacheWrite1h, model);
		assert.equal(output, input * 5, model);
	}

	const old = priceOf('claude-sonnet-4-5-20250929', knownPrices);
	assert.deepEqual(
		[old?.longPrompt?.above, old?.longPrompt?.input, old?.longPrompt?.output],
		[200_000, 6, 22.5],
	);
	assert.equal(priceOf('claude-3-opus-20240229', knownPrices)?.output, 75);
});
