import assert from 'node:assert/strict';
import {test} from 'node:test';
import {rememberRecent} from '../../source/messages/recent-memo.js';

test('recent results are computed once, and old ones are computed again', () => {
	let made = 0;
	const number = rememberRecent<object, number>(() => {
		made += 1;
		return made;
	}, 4);
	const keys = Array.from({length: 20}, () => ({}));
	for (const key of keys) {
		number(key);
	}

	const last = keys.slice(-4);
	assert.deepEqual(last.map(number), [17, 18, 19, 20]);
	assert.equal(made, 20);
	assert.equal(number(keys[0] ?? {}), 21);
});

test('a result in constant use is kept', () => {
	let made = 0;
	const number = rememberRecent<object, number>(() => {
		made += 1;
		return made;
	}, 4);
	const dear = {};
	for (let round = 0; round < 30; round++) {
		assert.equal(number(dear), 1);
		number({});
	}
});
