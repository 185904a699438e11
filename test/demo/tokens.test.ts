import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createRandom} from '../../source/demo/random.js';
import {spacedJson} from '../../source/demo/spaced-json.js';
import {splitDeltas, splitEvenly} from '../../source/demo/split-deltas.js';
import {countTokens, tokenize} from '../../source/demo/tokens.js';

const anyText = fc.string({unit: 'binary', maxLength: 300});

test('tokens joined are the text', () => {
	fc.assert(fc.property(anyText, text => assert.equal(tokenize(text).join(''), text)));
	assert.deepEqual(tokenize('Cats meow loudly. 1234 👨‍👩'), [
		'Cats',
		' meow',
		' loudly',
		'.',
		' ',
		'123',
		'4',
		' ',
		'👨',
		'‍',
		'👩',
	]);
	assert.equal(countTokens(''), 0);
});

test('deltas joined are the text, and only tool JSON has an empty one', () => {
	fc.assert(
		fc.property(anyText, fc.nat(), fc.constantFrom('text', 'thinking', 'json'), (text, seed, kind) => {
			const pieces = splitDeltas(text, kind, createRandom(seed));
			assert.equal(pieces.join(''), text);
			assert.equal(pieces.filter(piece => piece === '').length, kind === 'json' ? 1 : 0);
		}),
	);
});

test('even pieces joined are the text', () => {
	fc.assert(
		fc.property(anyText, fc.integer({min: 1, max: 9}), (text, length) => {
			assert.equal(splitEvenly(text, length).join(''), text);
		}),
	);
});

test('JSON with spaces is still the same JSON', () => {
	fc.assert(
		fc.property(fc.jsonValue(), value =>
			assert.deepEqual(JSON.parse(spacedJson(value)), JSON.parse(JSON.stringify(value))),
		),
	);
	assert.equal(spacedJson({a: [1, 'b'], c: {}}), '{"a": [1, "b"], "c": {}}');
});
