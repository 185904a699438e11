import assert from 'node:assert/strict';
import {test} from 'node:test';
import {partialParse} from '@anthropic-ai/sdk/_vendor/partial-json-parser/parser.mjs';
import fc from 'fast-check';
import {parsePartialJson} from '../../source/messages/partial-json.js';

/** The SDK's result for the text, or `undefined` if its parser throws. */
const sdk = (text: string): unknown => {
	try {
		return partialParse(text);
	} catch {
		return undefined;
	}
};

const json = fc.jsonValue({maxDepth: 4, stringUnit: 'grapheme'});

/** The forms of JSON that the API sends: compact, or with a space after commas and colons. */
const written = fc.oneof(
	json.map(value => JSON.stringify(value)),
	json.map(value => JSON.stringify(value, null, 1).replaceAll('\n', ' ')),
	json.map(value => JSON.stringify(value, null, '\t')),
);

test('a complete text is read as JSON', () => {
	fc.assert(
		fc.property(written, text => {
			assert.deepEqual(parsePartialJson(text), JSON.parse(text));
		}),
	);
});

test('every prefix of an object or list is read as the SDK reads it', () => {
	fc.assert(
		fc.property(
			written.filter(text => /^[[{]/.test(text)),
			text => {
				for (let length = 1; length <= text.length; length++) {
					const prefix = text.slice(0, length);
					assert.deepEqual(parsePartialJson(prefix), sdk(prefix), JSON.stringify(prefix));
				}
			},
		),
	);
});

test('empty text is an empty input', () => {
	assert.deepEqual(parsePartialJson(''), {});
	assert.deepEqual(parsePartialJson(' \n'), {});
});

const beginnings: ReadonlyArray<readonly [text: string, value: unknown]> = [
	['{', {}],
	['{"a', {}],
	['{"a"', {}],
	['{"a":', {}],
	['{"a":1', {}],
	['{"a":1,', {a: 1}],
	['{"a":tru', {}],
	['{"a":true', {a: true}],
	['{"a":"b', {}],
	['{"a":"b"', {a: 'b'}],
	['{"a":"\\', {}],
	['{"a":"\\"', {}],
	['{"a":[1,2', {a: [1]}],
	['{"a":{"b":[{"c":null', {a: {b: [{c: null}]}}],
	['[', []],
	['[-', []],
	['[[],', [[]]],
];

for (const [text, value] of beginnings) {
	test(`${text} is read as ${JSON.stringify(value)}`, () => {
		assert.deepEqual(parsePartialJson(text), value);
	});
}

test('text that is not a prefix of JSON is undefined, never an error', () => {
	for (const text of ['}', ']', '{]', '[}', 'nonsense', '{"a":1}}', '{"a" 1 2}', '{"location": San']) {
		assert.doesNotThrow(() => parsePartialJson(text), text);
	}

	assert.equal(parsePartialJson('}'), undefined);
	assert.equal(parsePartialJson('{"a":1}}'), undefined);
});

test('no text makes it throw', () => {
	const pieces = fc.constantFrom(
		'{',
		'}',
		'[',
		']',
		',',
		':',
		'"',
		'\\',
		'a',
		'true',
		'nul',
		'-',
		'1',
		'.5',
		'e',
		' ',
		'\n',
		'\\u00',
	);
	fc.assert(
		fc.property(fc.oneof(fc.string({unit: pieces, maxLength: 20}), fc.string({unit: 'binary'})), text => {
			assert.doesNotThrow(() => parsePartialJson(text));
		}),
	);
});

test('reading a long cut-off string full of escaped quotes takes linear time', () => {
	// If it were scanned again from each quote, the test would time out.
	const text = `{"content":"${String.raw`\"x`.repeat(300_000)}`;
	assert.deepEqual(parsePartialJson(text), {});
	assert.deepEqual(parsePartialJson(`{"a":1,"content":"${'y'.repeat(3_000_000)}`), {a: 1});
});

test('deep nesting that is cut off is closed', () => {
	const depth = 1000;
	const parsed = parsePartialJson('['.repeat(depth));
	assert.equal(JSON.stringify(parsed), '['.repeat(depth) + ']'.repeat(depth));
});
