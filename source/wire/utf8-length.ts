/** The number of bytes of a text in UTF-8. Half a surrogate pair takes three, as its replacement character does. */
export function utf8Length(text: string): number {
	let length = text.length;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code < 0x80) {
			continue;
		}

		const isPair = code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
		if (isPair) {
			length += 2;
			at++;
		} else {
			length += code < 0x800 ? 1 : 2;
		}
	}

	return length;
}
