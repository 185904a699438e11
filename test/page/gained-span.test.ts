import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {gainedSpan} from '../../source/page/gained-span.js';

test('what a text gained stands at its end, or before the citations that were behind it', () => {
	assert.deepEqual(gainedSpan('', 'One'), {start: 0, end: 3});
	assert.deepEqual(gainedSpan('One', 'One two'), {start: 3, end: 7});
	assert.deepEqual(gainedSpan('One [a] ', 'One two [a] '), {start: 4, end: 8});
	assert.equal(gainedSpan('One', 'One'), null);
	assert.equal(gainedSpan('One', 'On'), null);
});

test('without the gained part a text is what it was before', () => {
	const text = fc.string({unit: fc.constantFrom('a', 'b', ' ', '['), maxLength: 6});
	fc.assert(
		fc.property(text, fc.string({minLength: 1, maxLength: 4}), text, (head, gained, tail) => {
			const now = head + gained + tail;
			const span = gainedSpan(head + tail, now);
			assert.ok(span !== null);
			assert.equal(span.end - span.start, gained.length);
			assert.equal(now.slice(0, span.start) + now.slice(span.end), head + tail);
		}),
	);
});
