import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createLineSplitter} from '../../source/recording/split-lines.js';

function split(pieces: readonly string[], longest?: number): Array<string | null> {
	const lines: Array<string | null> = [];
	const splitter = createLineSplitter((line, number) => {
		lines.push(line);
		assert.equal(number, lines.length);
	}, longest);
	for (const piece of pieces) {
		splitter.feed(piece);
	}

	splitter.end();
	return lines;
}

test('gives the lines of a text, wherever its pieces end', () => {
	fc.assert(
		fc.property(fc.array(fc.string({unit: fc.constantFrom('a', 'é', '\n')})), pieces => {
			const lines = pieces.join('').split('\n');
			assert.deepEqual(split(pieces), lines.at(-1) === '' ? lines.slice(0, -1) : lines);
		}),
	);
});

test('gives null for a line that is too long and goes on after it', () => {
	assert.deepEqual(split(['abc', 'def\ngh', '\nijklmnop\nq'], 5), [null, 'gh', null, 'q']);
	assert.deepEqual(split(['abcdef'], 5), [null]);
});
