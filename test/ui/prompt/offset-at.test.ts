import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {layoutPrompt, offsetAt} from '../../../source/ui/prompt/layout-prompt.js';

const place = {width: 10, maxRows: 5};
const document = (text: string, cursor = text.length) => ({text, cursor, units: []});

test('a cell of the prompt is the character under it, and a cell behind the text its end', () => {
	const at = (row: number, column: number) => offsetAt(document('one\ntwo 好 x'), {...place, row, column});
	assert.deepEqual([at(0, 0), at(0, 2), at(0, 30), at(1, 0)], [0, 2, 3, 4]);
	assert.deepEqual([at(1, 4), at(1, 5), at(1, 6), at(9, 99), at(-3, -3)], [8, 9, 9, 11, 0]);
});

test('the cell of the cursor is the cursor, in any text', () => {
	fc.assert(
		fc.property(
			fc.string({unit: fc.constantFrom('a', ' ', '好', '\n', 'é'), maxLength: 60}),
			fc.nat(),
			(text, nth) => {
				const cursor = nth % (text.length + 1);
				const {cursor: cell} = layoutPrompt(document(text, cursor), place.width, place.maxRows);
				assert.equal(offsetAt(document(text, cursor), {...place, row: cell.y, column: cell.x}), cursor);
			},
		),
	);
});
