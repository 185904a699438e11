import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {jsonSpan} from '../../source/wire/json-span.js';

/** The offsets of a part of a text that occurs only once. */
const placeOf = (text: string, part: string) => {
	const start = text.indexOf(part);
	assert.ok(start >= 0 && text.indexOf(part, start + 1) === -1);
	return jsonSpan(text, start, start + part.length);
};

const whole = '{"city": "Lisbon, Portugal", "days": [3, 14], "deep": {"a/b~": "x\\ny\\u00e9z"}, "ok": true}';

test('characters of a string are found by its path and by their offsets in its text', () => {
	assert.deepEqual(placeOf(whole, 'sbon'), {path: '/city', start: 2, end: 6});
	assert.deepEqual(placeOf(whole, '"Lis'), {path: '/city', start: 0, end: 3});
	assert.deepEqual(placeOf(whole, 'gal", '), {path: '/city', start: 13, end: 16});
});

test('an escape sequence counts as its character, and one that is cut off does not count', () => {
	assert.deepEqual(placeOf(whole, 'y\\u00e9z'), {path: '/deep/a~1b~0', start: 2, end: 5});
	assert.deepEqual(placeOf(whole, 'y\\u00'), {path: '/deep/a~1b~0', start: 2, end: 3});
});

test('a number, a word and an item of a list are found as a whole', () => {
	assert.deepEqual(placeOf(whole, '14]'), {path: '/days/1', start: 0, end: 2});
	assert.deepEqual(placeOf(whole, 'rue'), {path: '/ok', start: 0, end: 4});
	assert.deepEqual(jsonSpan('42', 0, 1), {path: '', start: 0, end: 2});
});

test('the value with most of the characters counts', () => {
	assert.deepEqual(placeOf(whole, '", "days": [3, 14'), {path: '/days/1', start: 0, end: 2});
});

test('brackets, commas and names have no value', () => {
	assert.equal(placeOf(whole, '{"cit'), null);
	assert.equal(placeOf(whole, '], "de'), null);
	assert.equal(jsonSpan('', 0, 0), null);
});

test('JSON that is cut off is read as far as it goes', () => {
	assert.deepEqual(jsonSpan('{"city": "Lis', 11, 13), {path: '/city', start: 1, end: 3});
	assert.deepEqual(jsonSpan('{"a": {"b": [1, "x', 16, 18), {path: '/a/b/1', start: 0, end: 1});
});

test('every character of any string in any JSON is found where it is', () => {
	fc.assert(
		fc.property(fc.dictionary(fc.string(), fc.string({minLength: 1})), fc.nat(), (value, pick) => {
			const names = Object.keys(value);
			const name = names[pick % names.length];
			fc.pre(name !== undefined);
			const text = JSON.stringify(value);
			const before = `{${names
				.slice(0, names.indexOf(name))
				.map(one => `${JSON.stringify(one)}:${JSON.stringify(value[one])},`)
				.join('')}${JSON.stringify(name)}:`;
			const quoted = JSON.stringify(value[name]);
			assert.ok(text.startsWith(before + quoted));
			assert.deepEqual(jsonSpan(text, before.length, before.length + quoted.length), {
				path: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
				start: 0,
				end: value[name]?.length,
			});
		}),
	);
});
