import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {
	fieldsBeyond,
	withField,
	withoutField,
	withValueAt,
} from '../../../source/messages/request/body-path.js';
import type {JsonObject} from '../../../source/wire/json.js';

test('a value is put at its path, and what is missing on the way is made', () => {
	assert.deepEqual(withValueAt({}, 'output_config.effort', 'low'), {output_config: {effort: 'low'}});
	assert.deepEqual(withValueAt({}, 'tools.0.name', 'x'), {tools: [{name: 'x'}]});
	assert.deepEqual(withValueAt({tools: [{a: 1}]}, 'tools.1', {b: 2}), {tools: [{a: 1}, {b: 2}]});
	assert.deepEqual(withValueAt({a: null}, 'a.b', null), {a: {b: null}});
	assert.deepEqual(withValueAt({a: {1: 2}}, 'a.1', 3), {a: {1: 3}});
});

test('a path into a text, past the end of a list, or with an empty part has no place', () => {
	assert.equal(withValueAt({a: 'text'}, 'a.b', 1), null);
	assert.equal(withValueAt({a: 1}, 'a.0', 1), null);
	assert.equal(withValueAt({a: [1]}, 'a.2', 1), null);
	assert.equal(withValueAt({a: [1]}, 'a.x', 1), null);
	for (const path of ['', 'a.', '.a', 'a..b', 'a b']) {
		assert.equal(withValueAt({}, path, 1), null, path);
	}
});

test('names that objects inherit are names like any other', () => {
	const body = withValueAt({}, '__proto__.polluted', true);
	assert.equal(JSON.stringify(body), '{"__proto__":{"polluted":true}}');
	assert.equal(JSON.stringify(withValueAt({}, 'constructor.name', 1)), '{"constructor":{"name":1}}');
	assert.equal(({} as {polluted?: true}).polluted, undefined);
});

test('the fields beyond a body, put into it, make the other body', () => {
	const body = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.jsonValue({maxDepth: 3}));
	fc.assert(
		fc.property(body, body, (one, two) => {
			const wanted = JSON.parse(JSON.stringify(two)) as JsonObject;
			const base = JSON.parse(JSON.stringify(one)) as JsonObject;
			const made = fieldsBeyond({}, wanted).reduce<JsonObject>(
				(target, {path, value}) => withValueAt(target, path, value) ?? assert.fail(path),
				{},
			);
			assert.deepEqual(made, wanted);
			const over = fieldsBeyond(base, wanted).reduce<JsonObject>(
				(target, {path, value}) => withValueAt(target, path, value) ?? assert.fail(path),
				base,
			);
			assert.deepEqual(fieldsBeyond(over, wanted), []);
		}),
	);
});

test('a field takes the place of what was set at its path and below', () => {
	const set = [
		{path: 'tools.0', value: 1},
		{path: 'toolset', value: 2},
	];
	assert.deepEqual(withField(set, {path: 'tools', value: []}), [set[1], {path: 'tools', value: []}]);
	assert.deepEqual(withoutField(set, 'tools'), [set[1]]);
});
