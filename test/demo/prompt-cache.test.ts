import assert from 'node:assert/strict';
import {test} from 'node:test';
import {cachedInput} from '../../source/demo/prompt-cache.js';

type Request = Parameters<typeof cachedInput>[0];

/** A request of so many turns, each of 300 tokens. */
const request = (turns: number, control?: unknown): Request => {
	const messages = Array.from({length: turns}, (_, index) => ({
		role: index % 2 === 0 ? 'user' : 'assistant',
		content: 'a',
	}));
	return {
		model: 'm',
		max_tokens: 9,
		messages,
		...(control === undefined ? {} : {cache_control: control}),
	} as Request;
};
const count = ({messages}: Request) => messages.length * 300;
const on = {type: 'ephemeral'};

test('a turn reads what the one before it wrote, and writes the rest', () => {
	assert.deepEqual(cachedInput(request(3, on), count), {read: 0, written: 896, isLong: false, rest: 4});
	assert.deepEqual(cachedInput(request(5, on), count), {read: 900, written: 596, isLong: false, rest: 4});
	assert.equal(cachedInput(request(5, {...on, ttl: '1h'}), count)?.isLong, true);
});

test('a short prompt, or one that does not ask, uses no cache', () => {
	assert.equal(cachedInput(request(1, on), count), null);
	assert.equal(cachedInput(request(5), count), null);
	assert.equal(cachedInput(request(5, null), count), null);
});
