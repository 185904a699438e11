import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {fitParts, type Part} from '../../source/text/fit-parts.js';
import {rowWidth, segment} from '../../source/text/segment.js';

const part = (...options: readonly string[]): Part => options.map(text => [segment(text)]);
const shown = (parts: readonly Part[], ranks: readonly number[], width: number) =>
	fitParts(
		parts.map((options, index) => ({part: options, rank: ranks[index] ?? 0})),
		width,
	)
		.map(({text}) => text)
		.join('');

test('the most important parts stay in order, and nothing is cut', () => {
	const parts = [part('phase '), part('total '), part('in 7 out 5', 'out 5')];
	const ranks = [0, 2, 1];
	assert.equal(shown(parts, ranks, 22), 'phase total in 7 out 5');
	assert.equal(shown(parts, ranks, 21), 'phase in 7 out 5');
	assert.equal(shown(parts, ranks, 15), 'phase out 5');
	assert.equal(shown(parts, ranks, 8), 'phase ');
});

test('the row never exceeds its width', () => {
	const options = fc.array(fc.string({maxLength: 12}), {maxLength: 3}).map(texts => part(...texts));
	fc.assert(
		fc.property(fc.array(fc.record({part: options, rank: fc.nat(9)})), fc.nat(60), (parts, width) => {
			assert.ok(rowWidth(fitParts(parts, width)) <= width);
		}),
	);
});
