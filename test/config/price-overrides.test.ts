import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as v from 'valibot';
import {priceOverrides, pricesWith} from '../../source/config/price-overrides.js';

test('a price of the config file goes before the built-in one, with the usual shares for what it leaves out', () => {
	const prices = pricesWith({
		'claude-haiku-5-5': {input: 2, output: 3},
		'my-model': {input: 1, output: 4, cacheRead: 0.5},
	});
	assert.deepEqual(prices.get('claude-haiku-5-5'), {
		input: 2,
		output: 3,
		cacheRead: 0.2,
		cacheWrite5m: 2.5,
		cacheWrite1h: 4,
	});
	assert.equal(prices.get('my-model')?.cacheRead, 0.5);
	assert.equal(prices.get('claude-opus-5-5')?.output, 20);
});

test('a price that is none is refused', () => {
	for (const wrong of [
		{m: 1},
		{m: {input: 1}},
		{m: {input: -1, output: 1}},
		{m: {input: 1, output: 1, x: 1}},
	]) {
		assert.equal(v.safeParse(priceOverrides.schema, wrong).success, false, JSON.stringify(wrong));
	}
});
