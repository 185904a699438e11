import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readWidthReplies, widthQuery} from '../../source/text/width-query.js';

const positions = (...columns: readonly number[]) => columns.map(column => `\u001B[1;${column}R`).join('');
const mode = (state: number) => `\u001B[?2027;${state}$y`;

test('the replies are read in the order of the samples, and the start of one stays in the input, for its rest to come', () => {
	assert.deepEqual(readWidthReplies(`a${positions(7, 3, 3, 2, 3, 2)}b\u001B[1;`), {
		odd: new Set(['family', 'emoji style']),
		canSwitchGraphemes: false,
		rest: 'ab\u001B[1;',
	});
	assert.equal(readWidthReplies('ab\u001B[?2027;2$').rest, 'ab\u001B[?2027;2$');
});

test('a terminal that draws a line in two cells takes two for all ambiguous signs', () => {
	assert.deepEqual([...readWidthReplies(positions(3, 3, 3, 3, 3, 3)).odd], ['ambiguous']);
});

test('a terminal that has answered for some samples only is trusted', () => {
	assert.deepEqual([...readWidthReplies(positions(7, 5, 3, 2, 2)).odd], []);
});

test('a terminal with mode 2027 is trusted with clusters, but not with ambiguous signs', () => {
	for (const state of [1, 3]) {
		const {odd, canSwitchGraphemes} = readWidthReplies(mode(state) + positions(7, 5, 3, 2, 2, 3));
		assert.deepEqual([[...odd], canSwitchGraphemes], [['ambiguous'], false]);
	}
});

test('mode 2027 can be switched on where it is off, and there the samples decide, which were drawn with it', () => {
	assert.deepEqual(readWidthReplies(`x${mode(2)}${positions(3, 3, 3, 3, 3, 2)}y`), {
		odd: new Set(),
		canSwitchGraphemes: true,
		rest: 'xy',
	});
	assert.deepEqual([...readWidthReplies(mode(2) + positions(7, 3, 3, 3, 3, 2)).odd], ['family']);
});

test('a terminal that does not know mode 2027, or has it off for good, is not told to switch it on', () => {
	for (const state of [0, 4]) {
		assert.equal(readWidthReplies(mode(state)).canSwitchGraphemes, false);
	}
});

test('the samples are concealed, and the row is erased', () => {
	assert.match(widthQuery, /^\u001B\[8m/);
	assert.match(widthQuery, /\r\u001B\[m\u001B\[K$/);
});
