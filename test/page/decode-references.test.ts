import assert from 'node:assert/strict';
import {test} from 'node:test';
import {decodeReferences} from '../../source/page/decode-references.js';
import {decodeEntities} from '../../source/text/markdown/decode-entities.js';

test('character references are decoded once, as in the terminal', () => {
	const text = '&amp;lt; &lt;b&gt; &#8364;&#x1F600; &nbsp;&copy;&rarr; a & b &; &#; & #1;';
	assert.equal(decodeReferences(text), decodeEntities(text));
});

test('a name that is not known stays, and a number that is no character is replaced', () => {
	assert.equal(decodeReferences('&constructor; &__proto__; &nosuch;'), '&constructor; &__proto__; &nosuch;');
	assert.equal(decodeReferences('&#0;&#xD800;&#9999999;'), '\uFFFD\uFFFD\uFFFD');
});
