import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	emptyList,
	itemAt,
	itemsOf,
	lastItem,
	type PersistentList,
	withItem,
} from '../../source/trace/persistent-list.js';

/** A change. `at` is its position as a share of the length, and 1 adds an item. */
const changes = fc.array(
	fc.record({at: fc.oneof(fc.constant(1), fc.double({min: 0, max: 1, noNaN: true})), item: fc.nat()}),
	{
		maxLength: 300,
	},
);

test('it acts like an array whose old versions do not change', () => {
	fc.assert(
		fc.property(changes, steps => {
			let list: PersistentList<number> = emptyList();
			let model: readonly number[] = [];
			const versions: Array<readonly [PersistentList<number>, readonly number[]]> = [[list, model]];
			for (const {at, item} of steps) {
				const index = Math.min(model.length, Math.floor(at * (model.length + 1)));
				list = withItem(list, index, item);
				model = index === model.length ? [...model, item] : model.with(index, item);
				versions.push([list, model]);
			}

			for (const [version, expected] of versions) {
				assert.deepEqual([...itemsOf(version)], expected);
				assert.equal(version.length, expected.length);
				assert.equal(lastItem(version), expected.at(-1));
			}
		}),
		{numRuns: 40},
	);
});

test('each item is at its index, and there is none outside the list', () => {
	let list: PersistentList<number> = emptyList();
	for (let index = 0; index < 1000; index++) {
		list = withItem(list, index, index * 2);
	}

	for (let index = 0; index < 1000; index++) {
		assert.equal(itemAt(list, index), index * 2);
	}

	assert.equal(itemAt(list, 1000), undefined);
	assert.equal(itemAt(list, -1), undefined);
});

test('a changed list shares all but one part with the list before it', () => {
	let list: PersistentList<number> = emptyList();
	for (let index = 0; index < 5000; index++) {
		list = withItem(list, index, index);
	}

	const changed = withItem(list, 2500, -1);
	const added = withItem(list, 5000, -1);
	for (const next of [changed, added]) {
		const own = next.chunks.filter(chunk => !list.chunks.includes(chunk));
		assert.equal(own.length, 1);
		assert.ok((own[0]?.length ?? 0) <= 64);
	}
});
