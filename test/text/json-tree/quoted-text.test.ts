import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {quoteText} from '../../../source/text/json-tree/quoted-text.js';

describe('quoteText', () => {
	it('writes a text as JSON does, starting with its quote', () => {
		assert.equal(quoteText('say "hi"\n', null).quoted, String.raw`"say \"hi\"\n`);
	});

	it('gives the same result for a text in pieces, wherever they end', () => {
		// Marks, joiners, flags and half surrogate pairs depend on their neighbours.
		const pieces = fc.constantFrom(
			'a',
			'é',
			' ',
			'"',
			'\\',
			'\r',
			'\n',
			'字',
			'\u0301',
			'\u200d',
			'\ufe0f',
			'👩',
			'🏴\u{e0067}\u{e007f}',
			'\ud83d',
			'\udc69',
			'\u202e',
		);
		fc.assert(
			fc.property(fc.array(fc.array(pieces, {maxLength: 6}), {maxLength: 8}), deltas => {
				let text = '';
				let previous = quoteText('', null);
				for (const delta of deltas) {
					text += delta.join('');
					previous = quoteText(text, previous);
					assert.deepEqual(previous, quoteText(text, null));
				}
			}),
			{numRuns: 500},
		);
	});

	it('starts again if the text is not a continuation', () => {
		assert.equal(quoteText('other', quoteText('one', null)).quoted, '"other');
	});
});
