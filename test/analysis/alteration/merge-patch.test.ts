import assert from 'node:assert/strict';
import {test} from 'node:test';
import {mergePatch} from '../../../source/analysis/alteration/merge-patch.js';
import {isObject, parseJson} from '../../../source/wire/json.js';

/** The examples of RFC 7396, appendix A, whose patch is an object. */
const examples: ReadonlyArray<readonly [string, string, string]> = [
	['{"a":"b"}', '{"a":"c"}', '{"a":"c"}'],
	['{"a":"b"}', '{"b":"c"}', '{"a":"b","b":"c"}'],
	['{"a":"b"}', '{"a":null}', '{}'],
	['{"a":"b","b":"c"}', '{"a":null}', '{"b":"c"}'],
	['{"a":["b"]}', '{"a":"c"}', '{"a":"c"}'],
	['{"a":"c"}', '{"a":["b"]}', '{"a":["b"]}'],
	['{"a":{"b":"c"}}', '{"a":{"b":"d","c":null}}', '{"a":{"b":"d"}}'],
	['{"a":[{"b":"c"}]}', '{"a":[1]}', '{"a":[1]}'],
	['{"e":null}', '{"a":1}', '{"e":null,"a":1}'],
	['[1,2]', '{"a":"b","c":null}', '{"a":"b"}'],
	['{}', '{"a":{"bb":{"ccc":null}}}', '{"a":{"bb":{}}}'],
];

test('a merge patch does what RFC 7396 says', () => {
	for (const [target, patch, result] of examples) {
		const read = parseJson(patch);
		assert.ok(isObject(read));
		assert.equal(JSON.stringify(mergePatch(parseJson(target), read)), result, `${target} ${patch}`);
	}
});

test('a patch with __proto__ sets a field of that name', () => {
	const patch = parseJson('{"__proto__":{"a":1}}');
	assert.ok(isObject(patch));
	assert.equal(JSON.stringify(mergePatch({}, patch)), '{"__proto__":{"a":1}}');
	assert.equal(Object.hasOwn({}, 'a'), false);
});
