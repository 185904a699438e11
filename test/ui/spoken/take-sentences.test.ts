import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {takeSentences} from '../../../source/ui/spoken/take-sentences.js';

/** The sentences of a text that grows to the lengths given, and then ends. */
const grown = (text: string, lengths: readonly number[]) => {
	const sentences: string[] = [];
	let from = 0;
	for (const length of [...lengths, text.length]) {
		const taken = takeSentences(text.slice(0, length), from, false);
		sentences.push(...taken.sentences);
		from = taken.end;
	}

	return [...sentences, ...takeSentences(text, from, true).sentences];
};

describe('taking whole sentences from a text that grows', () => {
	it('cuts at the ends of sentences and of lines, and leaves blank lines out', () => {
		const text = 'Cats meow, e.g. loudly. It costs 3.50.\n\n1. First\n2. Second!\n猫です。犬も。';
		assert.deepEqual(takeSentences(text, 0, true).sentences, [
			'Cats meow, e.g. loudly.',
			'It costs 3.50.',
			'1. First',
			'2. Second!',
			'猫です。',
			'犬も。',
		]);
	});

	it('keeps the indentation of code', () => {
		assert.deepEqual(takeSentences('```js\nif (a) {\n    b();\n}\n```', 0, true).sentences, [
			'```js',
			'if (a) {',
			'    b();',
			'}',
			'```',
		]);
	});

	it('waits for the letter that decides whether a full stop ends a sentence', () => {
		assert.deepEqual(takeSentences('I like e.g. ', 0, false), {sentences: [], end: 0});
		assert.deepEqual(takeSentences('I like e.g. (', 0, false), {sentences: [], end: 0});
		assert.deepEqual(takeSentences('I like it. (', 0, false), {sentences: [], end: 0});
		assert.deepEqual(takeSentences('I like it. (A', 0, false), {sentences: ['I like it.'], end: 11});
	});

	it('does not cut at a full stop without a space after it', () => {
		assert.deepEqual(takeSentences('Is it a.b or c?d here. **Yes.** No.', 0, true).sentences, [
			'Is it a.b or c?d here.',
			'**Yes.** No.',
		]);
	});

	it('returns the same sentences however the text grows, and the whole text', () => {
		const piece = fc.constantFrom(
			...[
				'a',
				'B',
				'word',
				'Word',
				'. ',
				'.',
				'1',
				' ',
				'\n',
				'\r\n',
				'(',
				')',
				'!',
				'? ',
				'…',
				'"',
				',',
				'é',
			],
			...['猫', '。', '👨‍👩‍👧', 'e.g. ', '\n- ', '**', 'ß', '\u00A0', '\t'],
		);
		const text = fc.array(piece, {maxLength: 40}).map(pieces => pieces.join(''));
		fc.assert(
			fc.property(text, fc.array(fc.nat(), {maxLength: 10}), (whole, places) => {
				const lengths = places.map(place => place % (whole.length + 1)).sort((a, b) => a - b);
				const sentences = grown(whole, lengths);
				assert.deepEqual(sentences, takeSentences(whole, 0, true).sentences);
				assert.equal(sentences.join('').replaceAll(/\s/g, ''), whole.replaceAll(/\s/g, ''));
			}),
			{numRuns: 1000},
		);
	});
});
