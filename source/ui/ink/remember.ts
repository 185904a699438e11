/**
 * Caches the results of `make` for recent texts: at least the last `size` of them, at most twice as many. A frame mostly asks for the same
 * texts as the one before it.
 */
export function remember<Value>(make: (text: string) => Value, size: number): (text: string) => Value {
	let young = new Map<string, Value>();
	let old = young;
	return text => {
		let value = young.get(text);
		if (value === undefined) {
			value = old.get(text) ?? make(text);
			if (young.size >= size) {
				old = young;
				young = new Map();
			}

			young.set(text, value);
		}

		return value;
	};
}
