import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {editJsonText} from '../../source/config/edit-json-text.js';

test('a field is set in the person’s own layout, and nothing else changes', () => {
	for (const [text, name, value, expected] of [
		['{}', 'theme', 'dark', '{\n\t"theme": "dark"\n}'],
		['{ }\n', 'theme', 'dark', '{\n\t"theme": "dark"\n}\n'],
		['{"theme":"dark"}', 'theme', 'light', '{"theme":"light"}'],
		['{"theme":"dark"}', 'mouse', true, '{"theme":"dark", "mouse": true}'],
		['{\n  "a": {"theme": 1}\n}\n', 'theme', 'dark', '{\n  "a": {"theme": 1},\n  "theme": "dark"\n}\n'],
		['{"a": 1, "theme" : "}," , "b": 2}', 'theme', 'x', '{"a": 1, "theme" : "x" , "b": 2}'],
		['{\r\n\t"a": 1\r\n}', 'b', [1, {}], '{\r\n\t"a": 1,\r\n\t"b": [1,{}]\r\n}'],
		['{"a": 1}', 'b', '$& $1', '{"a": 1, "b": "$& $1"}'],
		['{}', 'b', '$& $1', '{\n\t"b": "$& $1"\n}'],
		// The last of two counts, as in JSON.parse.
		['{"a": 1, "a": 2}', 'a', 3, '{"a": 1, "a": 3}'],
		['{"\\u0061": 1}', 'a', 3, '{"\\u0061": 3}'],
	] as const) {
		assert.equal(editJsonText(text, name, value), expected);
	}
});

test('a field is removed with its comma, wherever it stands', () => {
	for (const [text, expected] of [
		['{"a": 1}', '{}'],
		['{"a": 1, "b": 2}', '{"b": 2}'],
		['{\n\t"b": 2,\n\t"a": 1\n}', '{\n\t"b": 2\n}'],
		['{"b": 2, "a": [1, 2], "c": 3}', '{"b": 2, "c": 3}'],
		['{"a": 1, "b": 2, "a": 3}', '{"b": 2}'],
		['{"b": {"a": 1}}', '{"b": {"a": 1}}'],
	] as const) {
		assert.equal(editJsonText(text, 'a', undefined), expected);
	}
});

test('whatever the file holds, the edited text has the field and all others as they were', () => {
	const record = fc.dictionary(fc.string(), fc.jsonValue(), {noNullPrototype: true});
	const space = fc.constantFrom(0, 1, '\t');
	fc.assert(
		fc.property(
			record,
			fc.string(),
			fc.option(fc.jsonValue(), {nil: undefined}),
			space,
			(fields, name, value, indent) => {
				const edited = JSON.parse(editJsonText(JSON.stringify(fields, null, indent), name, value));
				const others = Object.entries(JSON.parse(JSON.stringify(fields))).filter(([other]) => other !== name);
				const expected = [
					...others,
					...(value === undefined ? [] : [[name, JSON.parse(JSON.stringify(value))]]),
				];
				assert.deepEqual(new Map(Object.entries(edited)), new Map(expected as Array<[string, unknown]>));
			},
		),
	);
});
