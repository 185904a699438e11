import assert from 'node:assert/strict';
import {test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import fc from 'fast-check';
import {hitLines, lightHits} from '../../../source/ui/conversation/find-hits.js';

const lit = (line: string, text: string) => lightHits(line, text, part => `<${part}>`);

test('a hit is found in any case, several times in a line, and across the end of a line', () => {
	assert.deepEqual(hitLines(['Cats and cats', '', 'big'], 'CATS'), [0, 0]);
	assert.deepEqual(hitLines(['the quick', '  brown fox', 'brown'], 'quick brown'), [0]);
	assert.deepEqual(hitLines(['one', 'two', 'three two'], 'two'), [1, 2]);
	assert.deepEqual(hitLines(['one'], '  '), []);
	assert.deepEqual(hitLines([], 'one'), []);
});

test('a style in the middle of a word does not hide it', () => {
	const line = 'a \u001B[1mbo\u001B[22mld word';
	assert.deepEqual(hitLines([line], 'bold'), [0]);
	assert.equal(lit(line, 'bold'), 'a \u001B[1m<bo>\u001B[22m<ld> word');
});

test('the target of a hyperlink is not text', () => {
	const line = '\u001B]8;;https://cats.test\u0007here\u001B]8;;\u0007';
	assert.equal(lit(line, 'cats'), line);
	assert.equal(lit(line, 'here'), '\u001B]8;;https://cats.test\u0007<here>\u001B]8;;\u0007');
});

test('lighting hits changes no character of a line', () => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'}), (line, text) => {
			const plain = stripVTControlCharacters(line);
			assert.equal(
				lightHits(plain, text, part => `\u001B[7m${part}\u001B[27m`).replaceAll(/\u001B\[2?7m/g, ''),
				plain,
			);
		}),
	);
});
