import assert from 'node:assert/strict';
import {test} from 'node:test';
import {remember} from '../../../source/ui/ink/remember.js';

test('recent texts are computed once, and a bounded number of older ones is kept', () => {
	const made: string[] = [];
	const length = remember(text => {
		made.push(text);
		return text.length;
	}, 2);
	assert.deepEqual(['a', 'bb', 'a', 'ccc', 'a', 'bb'].map(length), [1, 2, 1, 3, 1, 2]);
	assert.deepEqual(made, ['a', 'bb', 'ccc']);
	for (const text of ['d', 'e', 'f', 'g', 'h']) {
		length(text);
	}

	length('bb');
	assert.equal(made.at(-1), 'bb');
});
