import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import fc from 'fast-check';
import {isSameJson} from '../../source/wire/is-same-json.js';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('isSameJson', () => {
	it('agrees with a deep comparison of any two JSON values', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
				assert.equal(isSameJson(plain(one), plain(one)), true);
				assert.equal(isSameJson(plain(one), plain(other)), isDeepStrictEqual(plain(one), plain(other)));
			}),
		);
	});

	it('does not care about the order of keys, nor about keys that hold undefined', () => {
		assert.equal(isSameJson({a: 1, b: [2]}, {b: [2], a: 1, c: undefined}), true);
	});

	it('tells a key of the server from an inherited one', () => {
		assert.equal(isSameJson(JSON.parse('{"constructor":1}'), {}), false);
		assert.equal(isSameJson(JSON.parse('{"__proto__":1}'), {}), false);
	});

	it('compares values that are nested 100,000 deep', () => {
		const deep = (end: number) => {
			let value: unknown = end;
			for (let level = 0; level < 100_000; level++) {
				value = {a: value};
			}

			return value;
		};
		assert.equal(isSameJson(deep(1), deep(1)), true);
		assert.equal(isSameJson(deep(1), deep(2)), false);
	});

	it('compares lists of 200,000 items', () => {
		const list = Array.from({length: 200_000}, (_, index) => index);
		assert.equal(isSameJson(list, [...list]), true);
	});
});
