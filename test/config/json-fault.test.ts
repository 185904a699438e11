import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {jsonFault} from '../../source/config/json-fault.js';

const parses = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

test('the place of a fault is where a reader has to look', () => {
	for (const [text, line, column] of [
		['', 1, 1],
		['{"a": 1,}', 1, 9],
		["{'a': 1}", 1, 2],
		['// settings\n{}', 1, 1],
		['{\n\t"a": 1\n\t"b": 2\n}', 3, 2],
		['{\r\n  "a": tru\r\n}', 2, 8],
		['{"a": 01}', 1, 8],
		['{"a": 1} x', 1, 10],
		['{"a": [1, 2', 1, 12],
		['{"a": "no end}', 1, 7],
	] as const) {
		assert.deepEqual(jsonFault(text), {line, column}, text);
	}
});

test('it agrees with JSON.parse about what is JSON', () => {
	fc.assert(
		fc.property(
			fc.jsonValue(),
			fc.nat(),
			fc.constantFrom('', ',', '"', '}', '0', '\\', '\n', ' ', '.', 'e', '-', 'null', '\u0001', '\uFEFF'),
			fc.nat({max: 2}),
			(value, place, piece, removed) => {
				const json = JSON.stringify(value, null, 1);
				const at = place % (json.length + 1);
				const text = json.slice(0, at) + piece + json.slice(at + removed);
				assert.equal(jsonFault(text) === null, parses(text), text);
			},
		),
		{numRuns: 2000},
	);
});
