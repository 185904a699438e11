import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {
	boundaryFrom,
	graphemes,
	nextBoundary,
	previousBoundary,
	settledFrom,
} from '../../../source/ui/prompt/graphemes.js';
import {anyText} from './any-text.js';

const segmenter = new Intl.Segmenter();

function boundaries(text: string): number[] {
	return [...Array.from(segmenter.segment(text), ({index}) => index), text.length];
}

function range(first: number, last: number): number[] {
	return Array.from({length: last - first + 1}, (_, index) => first + index);
}

describe('graphemes', () => {
	it('finds the same boundaries near by as the whole text has', () => {
		fc.assert(
			fc.property(anyText, text => {
				const all = boundaries(text);
				for (let offset = 0; offset <= text.length; offset++) {
					const next = all.find(boundary => boundary > offset) ?? text.length;
					const previous = all.findLast(boundary => boundary < offset) ?? 0;
					assert.equal(nextBoundary(text, offset), next);
					assert.equal(previousBoundary(text, offset), previous);
					assert.equal(
						boundaryFrom(text, offset),
						all.find(boundary => boundary >= offset),
					);
				}
			}),
		);
	});

	it('calls only boundaries settled', () => {
		fc.assert(
			fc.property(anyText, fc.nat(100), (text, offset) => {
				const from = Math.min(offset, text.length);
				assert.ok(boundaries(text).includes(settledFrom(text, from)));
			}),
		);
	});

	it('splits a text into its clusters', () => {
		fc.assert(
			fc.property(anyText, text => {
				const expected = Array.from(segmenter.segment(text), ({segment}) => segment);
				assert.deepEqual([...graphemes(text)], expected);
			}),
		);
	});

	it('is right about every character that it takes for the beginning or the end of a cluster', () => {
		const beside = ['a', '가', 'e\u0301', '👩'];
		const codes = [...range(0x20, 0xff_ff), ...range(0x1_f0_00, 0x1_fa_ff)];
		for (const neighbour of beside) {
			const pairs = codes.flatMap(code => {
				const character = String.fromCodePoint(code);
				return [
					[neighbour, character],
					[character, neighbour],
				] as const;
			});
			const clusters = new Set(boundaries(pairs.map(([first, second]) => `${first}${second}\n`).join('')));
			let offset = 0;
			for (const [first, second] of pairs) {
				const isClaimed = settledFrom(first + second, first.length) === first.length;
				assert.ok(!isClaimed || clusters.has(offset + first.length), `${first}${second}`);
				offset += first.length + second.length + 1;
			}
		}
	});

	it('looks no further than the nearest letters', () => {
		const text = `${'a'.repeat(50)}🇫🇷${'b'.repeat(50)}`;
		assert.equal(nextBoundary(text, 50), 54);
		assert.equal(previousBoundary(text, 54), 50);
		assert.equal(boundaryFrom(text, 52), 54);
	});
});
