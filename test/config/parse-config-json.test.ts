import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {parseConfigJson} from '../../source/config/parse-config-json.js';

test('the place of a fault is where a reader has to look', () => {
	for (const [text, line, column] of [
		['', 1, 1],
		['{[]', 1, 2],
		['{"a": 1,}', 1, 9],
		["{'a': 1}", 1, 2],
		['// settings\n{}', 1, 1],
		['{\n\t"a": 1\n\t"b": 2\n}', 3, 2],
		['{\r\n  "a": tru\r\n}', 2, 11],
		['{"a": 01}', 1, 8],
		['{"a": 1} x', 1, 10],
		['{"a": [1, 2', 1, 12],
		['{"a":\n', 2, 1],
		['{"a": "no end}', 1, 15],
		[`${'{"a":'.repeat(100_000)}]`, 1, 500_001],
	] as const) {
		assert.deepEqual(parseConfigJson(text), {fault: {line, column}}, text.slice(-100));
	}
});

test('a text that is JSON gives its value, however deep', () => {
	assert.deepEqual(parseConfigJson(' {"a": [1, null]} '), {fault: null, value: {a: [1, null]}});
	assert.equal(parseConfigJson(`${'['.repeat(100_000)}${']'.repeat(100_000)}`).fault, null);
});

test('whatever is damaged in a JSON text, the text before the fault could have become JSON', () => {
	fc.assert(
		fc.property(
			fc.jsonValue(),
			fc.nat(),
			fc.constantFrom(
				'',
				',',
				'"',
				'}',
				'0',
				'\\',
				'\n',
				' ',
				'.',
				'e',
				'-',
				'null',
				'\u0001',
				'\uFEFF',
				'[',
			),
			fc.nat({max: 2}),
			(value, at, piece, removed) => {
				const json = JSON.stringify(value, null, 1);
				const cut = at % (json.length + 1);
				const text = json.slice(0, cut) + piece + json.slice(cut + removed);
				const {fault} = parseConfigJson(text);
				if (fault === null) {
					assert.doesNotThrow(() => JSON.parse(text));
					return;
				}

				const lines = text.split('\n').slice(0, fault.line);
				const before = [...lines.slice(0, -1), lines.at(-1)?.slice(0, fault.column - 1)].join('\n');
				const {fault: end} = parseConfigJson(before);
				assert.ok(end === null || end.line >= fault.line, `${text}: ${JSON.stringify([fault, end])}`);
			},
		),
		{numRuns: 2000},
	);
});
