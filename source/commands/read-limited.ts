import {largestRequest} from '../messages/request/check-size.js';

/** Reads all bytes of a source; `null` if they exceed the limit, since a device may never end. Throws what the source throws. */
export async function readLimited(source: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> {
	const pieces: Uint8Array[] = [];
	let length = 0;
	for await (const piece of source) {
		length += piece.length;
		if (length > largestRequest) {
			return null;
		}

		pieces.push(piece);
	}

	return Buffer.concat(pieces);
}
