import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {chunkEnds, chunkLength} from '../../source/page/chunk-ends.js';

const long = fc
	.array(fc.tuple(fc.constantFrom('a', '\n', '👩', 'line\n'), fc.integer({min: 1, max: 5000})), {
		maxLength: 6,
	})
	.map(parts => parts.map(([part, count]) => part.repeat(count)).join(''));

const chunksOf = (text: string) => {
	const ends = chunkEnds(text);
	return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
};

test('the chunks join up to the text, and none is long or begins inside a surrogate pair', () => {
	assert.deepEqual(chunkEnds(''), []);
	fc.assert(
		fc.property(long, text => {
			const chunks = chunksOf(text);
			assert.equal(chunks.join(''), text);
			assert.ok(chunks.every(chunk => chunk.length > 0 && chunk.length <= chunkLength + 1));
			assert.ok(chunks.every(chunk => !/^[\uDC00-\uDFFF]/.test(chunk)));
		}),
	);
});

test('a text is cut after the last line feed within reach', () => {
	const text = `${'a'.repeat(3000)}\n${'b'.repeat(2000)}`;
	assert.deepEqual(chunkEnds(text), [3001, 5001]);
	assert.deepEqual(chunkEnds(text.replace('\n', 'a')), [4000, 5001]);
});

test('the cuts of a growing text stay in place, except the last one', () => {
	fc.assert(
		fc.property(long, fc.nat(), (text, length) => {
			const before = chunkEnds(text.slice(0, length % (text.length + 1)));
			assert.deepEqual(chunkEnds(text).slice(0, Math.max(0, before.length - 1)), before.slice(0, -1));
		}),
	);
});
