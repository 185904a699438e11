/**
 * Keeps what `make` gave for the texts that it was asked for lately: at least the last `size` of them, at most twice as many. What a frame
 * asks for is mostly what the one before it asked for.
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
