import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	enterUsage,
	isFinalUsage,
	type UsageLedger,
	usageIn,
	usageNumber,
} from '../../source/messages/usage-ledger.js';
import type {Json} from '../../source/wire/json.js';

const started = enterUsage(
	[],
	{
		input_tokens: 12,
		output_tokens: 1,
		cache_creation: {ephemeral_5m_input_tokens: 3},
		service_tier: 'standard',
	},
	'message_start',
	4,
);

test('every number is entered under its path, with the event that set it', () => {
	assert.deepEqual(started, [
		{name: 'input_tokens', value: 12, position: 4, source: 'message_start'},
		{name: 'output_tokens', value: 1, position: 4, source: 'message_start'},
		{name: 'cache_creation.ephemeral_5m_input_tokens', value: 3, position: 4, source: 'message_start'},
		{name: 'service_tier', value: 'standard', position: 4, source: 'message_start'},
	]);
});

test('a later number replaces the earlier one and is never added to it', () => {
	const ledger = enterUsage(started, {output_tokens: 40, input_tokens: 404_500}, 'message_delta', 90);
	assert.equal(usageNumber(ledger, 'output_tokens'), 40);
	assert.equal(usageNumber(ledger, 'input_tokens'), 404_500);
	assert.equal(ledger.length, started.length);
	assert.deepEqual(
		ledger.filter(isFinalUsage).map(({name, position}) => [name, position]),
		[
			['input_tokens', 90],
			['output_tokens', 90],
		],
	);
	assert.equal(usageNumber(ledger, 'cache_creation.ephemeral_5m_input_tokens'), 3);
});

test('iterations and other lists are entered item by item', () => {
	const ledger = enterUsage([], {iterations: [{output_tokens: 1}, {output_tokens: 2}]}, 'message_delta', 0);
	assert.deepEqual(
		ledger.map(({name, value}) => [name, value]),
		[
			['iterations.0.output_tokens', 1],
			['iterations.1.output_tokens', 2],
		],
	);
});

test('a missing number is null, and so is a value that is not a number', () => {
	assert.equal(usageNumber([], 'output_tokens'), null);
	assert.equal(usageNumber(started, 'service_tier'), null);
	assert.equal(usageNumber(enterUsage([], {output_tokens: null}, 'message_start', 0), 'output_tokens'), null);
});

test('a usage that is not an object changes nothing', () => {
	for (const usage of [undefined, null, 5, 'many', [1]] as const) {
		assert.equal(enterUsage(started, usage, 'message_delta', 9), started);
	}
});

test('the usage of message_start is that of its message, of message_delta its own', () => {
	assert.deepEqual(usageIn({type: 'message_start', message: {usage: {input_tokens: 1}}}), {input_tokens: 1});
	assert.deepEqual(usageIn({type: 'message_delta', usage: {output_tokens: 2}}), {output_tokens: 2});
	assert.equal(usageIn({type: 'message_start'}), undefined);
});

test('any usage leaves the previous ledger unchanged and is entered once per name', () => {
	const json = fc.jsonValue().map(value => value as Json);
	fc.assert(
		fc.property(fc.array(json, {maxLength: 4}), usages => {
			let ledger: UsageLedger = [];
			for (const [position, usage] of usages.entries()) {
				const before = structuredClone(ledger);
				const next = enterUsage(Object.freeze(ledger), usage, 'message_delta', position);
				assert.deepEqual(ledger, before);
				ledger = next;
			}

			const names = ledger.map(({name}) => name);
			assert.equal(new Set(names).size, names.length);
		}),
	);
});

test('parts take the place of the null before them, and a null after them says nothing', () => {
	const started = enterUsage([], {cache_creation: null, output_tokens: 1}, 'message_start', 0);
	const parts = enterUsage(started, {cache_creation: {ephemeral_5m_input_tokens: 0}}, 'message_delta', 1);
	const names = (ledger: typeof parts) => ledger.map(({name}) => name);
	assert.deepEqual(names(parts), ['output_tokens', 'cache_creation.ephemeral_5m_input_tokens']);
	assert.deepEqual(enterUsage(parts, {cache_creation: null}, 'message_delta', 2), parts);
	assert.deepEqual(names(enterUsage(parts, {cache_creation: 7}, 'message_delta', 2)), [
		'output_tokens',
		'cache_creation',
	]);
});
