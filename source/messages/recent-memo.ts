/**
 * A function that remembers what it made for the objects asked for last, between `size` and twice as many. All that it remembers goes with
 * its object. A plain `WeakMap` would hold a second copy of every event for as long as its trace: with a million events, half a gigabyte.
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
