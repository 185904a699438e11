import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decodeEntities} from '../../../source/text/markdown/decode-entities.js';

test('every named HTML reference is decoded once', () => {
	for (const [text, decoded] of [
		['&amp;lt;', '&lt;'],
		['&Eacute;t&eacute; &rarr; &hearts;', 'Été → ♥'],
		['&CounterClockwiseContourIntegral;', '∳'],
		['&nbsp;', '\u00A0'],
		['&nope; & &;', '&nope; & &;'],
		['no reference', 'no reference'],
	] as const) {
		assert.equal(decodeEntities(text), decoded);
	}
});

test('a name without its semicolon is plain text, as in a link with parameters', () => {
	assert.equal(decodeEntities('x?a=1&copy=2&lt'), 'x?a=1&copy=2&lt');
});

test('a number is decoded as in a browser', () => {
	assert.equal(decodeEntities('&#65;&#x42;&#128512;'), 'AB😀');
	assert.equal(decodeEntities('&#0; &#xD800; &#x110000;'), '\uFFFD \uFFFD \uFFFD');
	assert.equal(decodeEntities('&#x80;'), '€');
});
