export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** As people know the encodings. */
export const encodingNames: Readonly<Record<TextEncoding, string>> = {
	'utf-8': 'UTF-8',
	'utf-16le': 'UTF-16',
	'utf-16be': 'UTF-16, big-endian',
};

/** How many bytes show the encoding of a text without a byte order mark. */
const examinedBytes = 512;

/** The encoding of a text: by its byte order mark, else by its zero bytes. Streams are mostly ASCII, of which UTF-16 makes every other byte 0. */
export function textEncoding(bytes: Uint8Array): TextEncoding {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) {
		return 'utf-16le';
	}

	if (first === 0xfe && second === 0xff) {
		return 'utf-16be';
	}

	const examined = bytes.subarray(0, examinedBytes);
	const zeros = (parity: number) =>
		examined.filter((byte, index) => byte === 0 && index % 2 === parity).length;
	const [even, odd] = [zeros(0), zeros(1)];
	const enough = examined.length * 0.3;
	if (odd > enough && even === 0) {
		return 'utf-16le';
	}

	return even > enough && odd === 0 ? 'utf-16be' : 'utf-8';
}

/** Whether bytes begin as UTF-8 text without control characters does. */
export function isPlainText(bytes: Uint8Array): boolean {
	try {
		// A character may be cut at the end of what is examined.
		const text = new TextDecoder('utf-8', {fatal: true}).decode(bytes.subarray(0, 2048), {stream: true});
		return !/[\u0000-\u0008\u000E-\u001A]/.test(text);
	} catch {
		return false;
	}
}
