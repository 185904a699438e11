import assert from 'node:assert/strict';
import {test} from 'node:test';
import {alignRows} from '../../source/text/align-rows.js';

test('columns are straight, wide characters included, and no line ends in blanks', () => {
	assert.equal(
		alignRows([
			['Name', 'Value', 'From'],
			['日本', 'x', ''],
			['a', 'long one', 'file'],
		]),
		'Name  Value     From\n日本  x\na     long one  file\n',
	);
	assert.equal(alignRows([]), '');
});

test('a cell is cut to the width, stays on one line and obeys no control sequence', () => {
	assert.equal(alignRows([['0123456789', 'b']], 5), '0123…  b\n');
	assert.doesNotMatch(alignRows([['a\nb\u001B[31m\u009B0m']]).trimEnd(), /[\n\u001B\u009B]/);
});
