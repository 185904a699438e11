/** A body without its frames. `isWhole` is false if the frame of length 0 that ends it is missing. */
export type Unframed = {
	readonly bytes: Uint8Array;
	readonly isWhole: boolean;
};

/** The frame that a body begins with: its length in hexadecimal, on a line of its own. */
const firstFrame = /^[\da-f]{1,8}(?:;[^\r\n]*)?\r?\n/i;

/** A terminal or an editor may have changed the line ends, and with them the lengths. The frames' lines are then all there is to go by. */
const frameLine = /\r?\n?^[\da-f]{1,6}\r?\n/gim;

/**
 * Takes off the frames of `Transfer-Encoding: chunked`, as `curl --raw`, a socket or a packet capture keeps them. `null` for a body that has no
 * frames.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-7.1
 */
export function withoutFrames(body: Uint8Array): Unframed | null {
	const text = Buffer.from(body).toString('latin1');
	if (!firstFrame.test(text)) {
		return null;
	}

	const unframed = readFrames(text) ?? readFrames(text.replaceAll('\r\n', '\n')) ?? byLines(text);
	return {bytes: Buffer.from(unframed.text, 'latin1'), isWhole: unframed.isWhole};
}

/** Follows the lengths. `null` if they do not lead to the end. */
function readFrames(text: string): {text: string; isWhole: boolean} | null {
	const parts: string[] = [];
	let start = 0;
	while (start < text.length) {
		const line = /^([\da-f]{1,8})(?:;[^\r\n]*)?\r?\n/iy;
		const [head = '', length = ''] = line.exec(text.slice(start, start + 300)) ?? [];
		const size = Number.parseInt(length, 16);
		if (head === '') {
			return isFrameCut(text.slice(start)) ? {text: parts.join(''), isWhole: false} : null;
		}

		if (size === 0) {
			return {text: parts.join(''), isWhole: true};
		}

		const end = start + head.length + size;
		parts.push(text.slice(start + head.length, end));
		const [lineEnd = ''] = /^\r?\n/.exec(text.slice(end, end + 2)) ?? [];
		if (lineEnd === '' && end < text.length) {
			return null;
		}

		start = end + lineEnd.length;
	}

	return {text: parts.join(''), isWhole: false};
}

/** The beginning of a frame's line at the end of a body that was cut off there. */
function isFrameCut(rest: string): boolean {
	return /^[\da-f]{0,8}\r?$/i.test(rest);
}

function byLines(text: string): {text: string; isWhole: boolean} {
	return {text: text.replace(firstFrame, '').replaceAll(frameLine, ''), isWhole: /(?:^|\n)0\s*$/.test(text)};
}
