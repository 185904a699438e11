import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
	completeQuery,
	completionMatches,
	noCompletion,
	selectNext,
	selectPrevious,
} from '../../../source/ui/prompt/completion.js';

const items = ['/model', '/max-tokens', '/temperature', '/theme', '/copy', '/help'].map(label => ({
	label,
	description: `does ${label}`,
}));

const labels = (query: string) => completionMatches(items, query).map(({label}) => label);

describe('completions', () => {
	it('are all there without a query, in their order', () => {
		assert.deepEqual(completionMatches(items, ''), items);
	});

	it('begin with the query, or contain it, or have its letters in order, best first', () => {
		assert.deepEqual(labels('/m'), ['/model', '/max-tokens', '/temperature', '/theme']);
		assert.deepEqual(labels('TEM'), ['/temperature', '/theme']);
		assert.deepEqual(labels('mod'), ['/model']);
		assert.deepEqual(labels('tm'), ['/temperature', '/theme']);
		assert.deepEqual(labels('xyz'), []);
	});

	it('choose the first again when the query changes, and only then', () => {
		const chosen = selectNext(completeQuery(noCompletion, '/t'), 2);
		assert.equal(completeQuery(chosen, '/t'), chosen);
		assert.deepEqual(completeQuery(chosen, '/th'), {query: '/th', selected: 0});
	});

	it('are chosen round and round', () => {
		fc.assert(
			fc.property(fc.integer({min: 1, max: 20}), fc.array(fc.boolean()), (count, steps) => {
				let state = noCompletion;
				for (const isForward of steps) {
					const next = isForward ? selectNext(state, count) : selectPrevious(state, count);
					const back = isForward ? selectPrevious(next, count) : selectNext(next, count);
					assert.deepEqual(back, state);
					assert.ok(next.selected >= 0 && next.selected < count);
					state = next;
				}
			}),
		);
	});

	it('can be chosen from when there are none', () => {
		assert.deepEqual(selectPrevious(noCompletion, 0), noCompletion);
		assert.deepEqual(selectNext(noCompletion, 0), noCompletion);
	});
});
