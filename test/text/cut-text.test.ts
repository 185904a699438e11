import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {cutText} from '../../source/text/cut-text.js';
import {sanitize} from '../../source/text/sanitize.js';
import {textWidth} from '../../source/text/text-width.js';

describe('cutText', () => {
	it('fills each line to the edge', () => {
		assert.deepEqual(cutText('data: one two three', 7), ['data: o', 'ne two ', 'three']);
		assert.deepEqual(cutText('a\n\nb', 7), ['a', '', 'b']);
		assert.deepEqual(cutText('', 7), ['']);
	});

	it('never splits a character', () => {
		assert.deepEqual(cutText('a猫猫', 2), ['a', '猫', '猫']);
		assert.deepEqual(cutText('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2), ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
		assert.deepEqual(cutText('ae\u0301i', 2), ['ae\u0301', 'i']);
		assert.deepEqual(cutText('猫a', 1), ['…', 'a']);
	});

	it('loses nothing and never exceeds the width', () => {
		fc.assert(
			fc.property(
				fc.string({unit: 'grapheme', maxLength: 60}).map(sanitize),
				fc.integer({min: 2, max: 20}),
				(text, least) => {
					// A grapheme may take more than two cells: a note head with its flags takes three.
					const graphemes = [...new Intl.Segmenter().segment(text)];
					const width = Math.max(least, ...graphemes.map(({segment}) => textWidth(segment)));
					const lines = cutText(text, width);
					assert.ok(lines.every(line => textWidth(line) <= width));
					assert.equal(lines.join(''), text.replaceAll('\n', ''));
				},
			),
		);
	});
});
