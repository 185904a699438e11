import assert from 'node:assert/strict';
import {test} from 'node:test';
import {gutterRows} from '../../../source/ui/conversation/block-rows.js';

const shown = (lines: number, isOpen: boolean, keep: 'start' | 'end' = 'start') =>
	gutterRows(
		Array.from({length: lines}, (_, index) => `line ${index + 1}`).join('\n'),
		{width: 40, isOpen},
		'dim',
		keep,
	).map(row => row.map(({text}) => text).join(''));

test('a long text is folded only where that saves more than three lines', () => {
	assert.equal(shown(11, false).length, 11);
	assert.equal(shown(11, false).at(-1), '│ line 11');
	assert.deepEqual(shown(12, false).slice(-2), ['│ line 8', '│ … 4 more lines · t unfolds']);
});

test('unfolded, all of it is there', () => {
	assert.equal(shown(100, true).at(-1), '│ line 100');
	assert.equal(shown(100, true).length, 100);
});

test('while it grows, the end of a long text is shown', () => {
	assert.deepEqual(
		[shown(12, false, 'end').at(0), shown(12, false, 'end').at(-1)],
		['│ line 5', '│ line 12'],
	);
});
