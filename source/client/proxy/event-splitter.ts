import {Buffer} from 'node:buffer';

/** Cuts a body into its events without changing a byte. */
export type EventSplitter = {
	write(bytes: Uint8Array): void;
	/** Tells the rest, which is no whole event. */
	end(): void;
};

const [lineFeed, carriageReturn] = [0x0a, 0x0d];

/** In bytes. What is longer is told in parts: no event of an API is. */
const maxBlock = 64 * 1024 * 1024;

/** A block is all up to the end of a blank line, or a line where each line is an event. Empty blocks are possible. */
export function createEventSplitter(
	kind: 'sse' | 'lines',
	tell: (block: Uint8Array, isWhole: boolean) => void,
): EventSplitter {
	let kept: Uint8Array[] = [];
	let length = 0;
	let isLineBlank = true;
	let endsInReturn = false;
	const keep = (bytes: Uint8Array) => {
		kept.push(bytes);
		length += bytes.length;
	};

	const close = (bytes: Uint8Array, isWhole: boolean) => {
		keep(bytes);
		const block = kept.length === 1 ? bytes : Buffer.concat(kept);
		[kept, length] = [[], 0];
		tell(block, isWhole);
	};

	return {
		write(bytes) {
			let start = 0;
			for (let index = endsInReturn && bytes[0] === lineFeed ? 1 : 0; index < bytes.length; index++) {
				const byte = bytes[index];
				const isEnd = byte === lineFeed || (kind === 'sse' && byte === carriageReturn);
				if (!isEnd) {
					isLineBlank = false;
					continue;
				}

				if (byte === carriageReturn && bytes[index + 1] === lineFeed) {
					index++;
				}

				if (kind === 'lines' || isLineBlank) {
					close(bytes.subarray(start, index + 1), true);
					start = index + 1;
				}

				isLineBlank = true;
			}

			endsInReturn = kind === 'sse' && bytes.at(-1) === carriageReturn;
			if (start < bytes.length) {
				keep(bytes.subarray(start));
			}

			if (length > maxBlock) {
				close(bytes.subarray(bytes.length), false);
			}
		},
		end() {
			if (length > 0) {
				close(new Uint8Array(), false);
			}
		},
	};
}
