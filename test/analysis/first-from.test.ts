import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {firstFrom} from '../../source/analysis/first-from.js';

const ascending = fc.array(fc.nat(1000), {maxLength: 50}).map(numbers => numbers.toSorted((a, b) => a - b));

test('it finds the same item as a linear search, whatever the given ends', () => {
	fc.assert(
		fc.property(
			ascending,
			fc.nat(1000),
			fc.option(fc.tuple(fc.double(), fc.double())),
			(items, place, ends) => {
				const first = items.findIndex(item => item >= place);
				const found = firstFrom(items.length, index => (items[index] ?? 0) - place, ends ?? undefined);
				assert.equal(found, first === -1 ? items.length : first);
			},
		),
	);
});

test('few items are measured if they are evenly spread', () => {
	let asked = 0;
	const distanceOf = (index: number) => {
		asked++;
		return index / 8 - 300;
	};

	assert.equal(firstFrom(5000, distanceOf, [-300, 325]), 2400);
	assert.ok(asked <= 4, `${asked}`);
});
