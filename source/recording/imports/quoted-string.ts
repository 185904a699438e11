/** The offset of the quote that ends a string, or −1. */
export function endOfString(text: string, start: number): number {
	const quote = text[start];
	for (let offset = start + 1; offset < text.length; offset++) {
		if (text[offset] === '\\') {
			offset++;
		} else if (text[offset] === quote) {
			return offset;
		}
	}

	return -1;
}

const controls: ReadonlyMap<string, string> = new Map([
	['n', '\n'],
	['r', '\r'],
	['t', '\t'],
	['b', '\b'],
	['f', '\f'],
	['v', '\v'],
	['0', '\0'],
	['\n', ''],
]);

/** Undoes the escapes of Python and of JavaScript. */
export function withoutEscapes(text: string): string {
	return text.replaceAll(
		/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|u\{([\da-f]+)\}|([\s\S]))/gi,
		(_, ...found: ReadonlyArray<string | undefined>) => {
			const code = found.slice(0, 4).find(digits => digits !== undefined);
			const other = found[4] ?? '';
			return code === undefined ? (controls.get(other) ?? other) : characterOf(Number.parseInt(code, 16));
		},
	);
}

function characterOf(code: number): string {
	return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}
