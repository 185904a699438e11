/**
 * Returns a function that remembers its results for the most recent objects: between `size` and twice as many. A result is dropped with its
 * object. A plain `WeakMap` would hold a second copy of every event for as long as its trace. With a million events, that is half a gigabyte.
 */
export function rememberRecent<Key extends object, Value>(
	make: (key: Key) => Value,
	size: number,
): (key: Key) => Value {
	let recent = new WeakMap<Key, Value>();
	let before = new WeakMap<Key, Value>();
	let count = 0;
	return key => {
		const known = recent.get(key);
		if (known !== undefined) {
			return known;
		}

		const value = before.get(key) ?? make(key);
		if (count >= size) {
			before = recent;
			recent = new WeakMap();
			count = 0;
		}

		count += 1;
		recent.set(key, value);
		return value;
	};
}
