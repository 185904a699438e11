import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {memberPath, noFolds, toggleFold} from '../../../source/text/json-tree/json-folds.js';

describe('toggleFold', () => {
	const row = {path: '/content', isFoldable: true, isFolded: false};

	it('folds what is open and opens what is folded', () => {
		const folded = toggleFold(noFolds, row);
		assert.deepEqual([...folded], [['/content', 'folded']]);
		assert.deepEqual([...toggleFold(folded, {...row, isFolded: true})], [['/content', 'unfolded']]);
	});

	it('does not change the given folds', () => {
		const before = new Map(noFolds);
		toggleFold(before, row);
		assert.equal(before.size, 0);
	});

	it('changes nothing at a row that cannot be folded', () => {
		assert.equal(toggleFold(noFolds, {...row, isFoldable: false}), noFolds);
	});
});

describe('memberPath', () => {
	it('escapes separators as in RFC 6901', () => {
		assert.equal(memberPath('/a', 'm~n/o'), '/a/m~0n~1o');
		assert.equal(memberPath('', ''), '/');
	});
});
