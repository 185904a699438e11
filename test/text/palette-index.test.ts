import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {channelsOf, paletteIndex} from '../../source/text/palette-index.js';

const cube = [0, 95, 135, 175, 215, 255];

const xterm = [
	...cube.flatMap(red => cube.flatMap(green => cube.map(blue => [red, green, blue]))),
	...Array.from({length: 24}, (_, step) => [1, 1, 1].map(() => 8 + 10 * step)),
];

const distance = (one: readonly number[], other: readonly number[] = []): number =>
	one.reduce((sum, channel, index) => sum + (channel - (other[index] ?? 0)) ** 2, 0);

test('none of the 240 colours is nearer than the result', () => {
	fc.assert(
		fc.property(fc.integer({min: 0, max: 0xffffff}), colour => {
			const hex = `#${colour.toString(16).padStart(6, '0')}`;
			const given = channelsOf(hex);
			const least = Math.min(...xterm.map(other => distance(given, other)));
			assert.equal(distance(given, xterm[paletteIndex(hex) - 16]), least, hex);
		}),
	);
});

test('a colour in the table maps to itself', () => {
	assert.deepEqual(
		['#000000', '#ff0000', '#5f87af', '#080808', '#ffffff'].map(paletteIndex),
		[16, 196, 67, 232, 231],
	);
});
