/**
 * Removes the frames of `Transfer-Encoding: chunked` from a body that arrives in pieces; each character is one byte. Only older versions of
 * curl trace the frames, so a body that does not start with one is returned unchanged.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-7.1
 */
export function createDechunker(): (bytes: string) => string {
	let isChunked: boolean | null = null;
	let pending = '';
	/** Bytes left in the current frame, including its final CRLF. */
	let left = 0;

	return bytes => {
		isChunked ??= /^[0-9a-f]+(;[^\r\n]*)?\r\n/i.test(bytes);
		if (!isChunked) {
			return bytes;
		}

		pending += bytes;
		let out = '';
		while (pending !== '') {
			if (left > 0) {
				const taken = pending.slice(0, left);
				// The last two bytes of a frame are its CRLF.
				out += taken.slice(0, Math.max(0, left - 2));
				pending = pending.slice(left);
				left -= taken.length;
				continue;
			}

			const size = /^([0-9a-f]+)[^\n]*\n/i.exec(pending);
			if (size === null) {
				break;
			}

			pending = pending.slice(size[0].length);
			left = Number.parseInt(size[1] ?? '0', 16) + 2;
		}

		return out;
	};
}
