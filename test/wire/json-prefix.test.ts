import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {isJsonPrefix} from '../../source/wire/json-prefix.js';

test('every prefix of a JSON text is recognised', () => {
	fc.assert(
		fc.property(fc.jsonValue({stringUnit: 'binary', maxDepth: 3}), fc.nat(2), (value, indent) => {
			const text = JSON.stringify(value, null, indent);
			for (let length = 0; length <= text.length; length++) {
				assert.ok(isJsonPrefix(text.slice(0, length)), text.slice(0, length));
			}
		}),
		{numRuns: 60},
	);
});

test('escapes, numbers and words may be cut off in the middle', () => {
	for (const text of [
		'"\\u00',
		'{"\\',
		'{"a\\u1',
		'[-',
		'[1.',
		'[1e',
		'[1E+',
		'{"a": tr',
		'[nul',
		'{"a":1,',
		'{ ',
	]) {
		assert.ok(isJsonPrefix(text), text);
	}
});

test('a text that no ending can complete is not a prefix', () => {
	for (const text of [
		'ation": "SF"}',
		'{"city" "Bonn',
		'{"city": Bo',
		'{"a": 1, garbage',
		'{"a": 1}}',
		'{"a": 1} {',
		'[1, 2}',
		'{,',
		'{"a":1,}',
		'"\n',
		'tru e',
	]) {
		assert.ok(!isJsonPrefix(text), text);
	}
});
