import assert from 'node:assert/strict';
import {test} from 'node:test';
import {splitRow} from '../../../source/text/markdown/split-row.js';

test('pipes end cells, also without pipes around the row', () => {
	assert.deepEqual(splitRow('| a | b |'), ['a', 'b']);
	assert.deepEqual(splitRow('a | b'), ['a', 'b']);
	assert.deepEqual(splitRow('| a | | c |'), ['a', '', 'c']);
	assert.deepEqual(splitRow('||'), ['']);
});

test('a pipe in code or after a backslash belongs to its cell', () => {
	assert.deepEqual(splitRow('| `a | b` | ``c ` | d`` | e \\| f |'), ['`a | b`', '``c ` | d``', 'e | f']);
	assert.deepEqual(splitRow('| `a \\| b` |'), ['`a | b`']);
	assert.deepEqual(splitRow('| a\\\\ | b |'), ['a\\\\', 'b']);
});

test('backticks that nothing closes are ordinary characters', () => {
	assert.deepEqual(splitRow('| `a | b |'), ['`a', 'b']);
});
