import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {sanitizeLine} from '../../source/text/sanitize.js';
import {fit, padEnd, textWidth, truncate} from '../../source/text/text-width.js';

const line = fc
	.array(
		fc.oneof(
			fc.string({unit: 'binary'}),
			fc.string({unit: 'grapheme'}),
			fc.constantFrom('漢', '👩‍👧', 'é', '│', '🇩🇪', 'e\u0301'),
		),
	)
	.map(parts => sanitizeLine(parts.join('')));
const width = fc.nat(30);

test('widths equal those that Ink counts', () => {
	assert.equal(textWidth('abc'), 3);
	assert.equal(textWidth('漢字│…●'), 7);
	assert.equal(textWidth('👩‍👩‍👧e\u0301'), 3);
	fc.assert(fc.property(line, text => assert.equal(textWidth(text), stringWidth(text))));
});

test('every character of the fast path is one cell wide, next to any other', () => {
	for (let code = 0x20; code < 0xd800; code += code < 0x3100 ? 1 : 61) {
		const character = String.fromCharCode(code);
		assert.equal(textWidth(character), stringWidth(character), code.toString(16));
		assert.equal(textWidth(character.repeat(3)), stringWidth(character.repeat(3)), code.toString(16));
	}
});

test('text that fits is unchanged, and longer text ends in an ellipsis', () => {
	assert.equal(truncate('abcdef', 6), 'abcdef');
	assert.equal(truncate('abcdef', 4), 'abc…');
	assert.equal(truncate('漢字漢字', 8), '漢字漢字');
	assert.equal(truncate('漢字漢字', 6), '漢字…');
	assert.equal(truncate('e\u0301e\u0301e\u0301', 2), 'e\u0301…');
	assert.equal(truncate('👩‍👩‍👧👩‍👩‍👧', 3), '👩‍👩‍👧…');
	assert.equal(truncate('漢', 1), '…');
	assert.equal(truncate('abc', 0), '');
	assert.equal(truncate('', 0), '');
	assert.equal(truncate('漢'.repeat(1000), 6), '漢漢…');
	assert.equal(truncate('\u3164'.repeat(1000), 2), '\u3164'.repeat(1000));
});

test('truncated text is a prefix of whole characters and never exceeds the width', () => {
	const segmenter = new Intl.Segmenter();
	fc.assert(
		fc.property(line, width, (text, cells) => {
			const short = truncate(text, cells);
			assert.ok(textWidth(short) <= cells);
			if (short !== text && short !== '') {
				const kept = short.slice(0, -1);
				const starts = Array.from(segmenter.segment(text), ({index}) => index);
				assert.ok(text.startsWith(kept) && starts.includes(kept.length));
			}
		}),
		{numRuns: 1000},
	);
});

test('fit returns exactly the width', () => {
	assert.equal(fit('abc', 5), 'abc  ');
	assert.equal(fit('漢字', 3), '漢…');
	assert.equal(fit('漢字漢', 4), '漢… ');
	fc.assert(
		fc.property(line, width, (text, cells) => assert.equal(textWidth(fit(text, cells)), cells)),
		{numRuns: 1000},
	);
});

test('padding fills and never cuts', () => {
	assert.equal(padEnd('漢', 4), '漢  ');
	assert.equal(padEnd('abc', 2), 'abc');
});
