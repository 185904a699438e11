import {isObject} from './json.js';

/**
 * True if two values print as the same JSON, whatever the order of their keys. A key that holds `undefined` counts as absent. It does not
 * recurse, because a server may nest without limit.
 */
export function isSameJson(one: unknown, other: unknown): boolean {
	const pairs: Array<readonly [unknown, unknown]> = [[one, other]];
	for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
		const [left, right] = pair;
		if (Object.is(left, right)) {
			continue;
		}

		if (Array.isArray(left) && Array.isArray(right) && left.length === right.length) {
			for (const [index, item] of left.entries()) {
				pairs.push([item, right[index]]);
			}
		} else if (isObject(left) && isObject(right)) {
			for (const key of keysOf(left, right)) {
				pairs.push([ownValue(left, key), ownValue(right, key)]);
			}
		} else {
			return false;
		}
	}

	return true;
}

function keysOf(...objects: readonly object[]): ReadonlySet<string> {
	return new Set(objects.flatMap(Object.keys));
}

/** Never an inherited value: `constructor` may be a key of the server's. */
function ownValue(object: {readonly [key: string]: unknown}, key: string): unknown {
	return Object.hasOwn(object, key) ? object[key] : undefined;
}
