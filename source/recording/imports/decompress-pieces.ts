import zlib from 'node:zlib';
import type {Compression} from './compression.js';

/** What each compressed piece brought. `isWhole` is false if the end is missing or damaged. */
export type DecompressedPieces = {
	readonly pieces: readonly Uint8Array[];
	readonly isWhole: boolean;
};

/** In bytes. A small body can decompress to any size. */
const maxDecompressed = 2 ** 28;

/** Decompresses a body piece by piece, so that it is known which read brought what. */
export async function decompressPieces(
	compressed: readonly Uint8Array[],
	compression: Compression,
): Promise<DecompressedPieces> {
	const stream = decompressor(compression, compressed[0]);
	let brought: Uint8Array[] = [];
	let length = 0;
	let hasFailed = false;
	stream.on('data', (bytes: Uint8Array) => {
		length += bytes.length;
		brought.push(bytes);
	});
	stream.on('error', () => {
		hasFailed = true;
	});
	const pieces: Uint8Array[] = [];
	for (const piece of compressed) {
		await new Promise<void>(resolve => {
			stream.write(piece, () => resolve());
		});
		pieces.push(Buffer.concat(brought));
		brought = [];
		if (hasFailed || length > maxDecompressed) {
			break;
		}
	}

	await new Promise<void>(resolve => {
		stream.once('close', resolve);
		stream.end();
		// Without a reader of what is left, the stream would not close.
		stream.resume();
	});
	return {pieces: [...pieces, Buffer.concat(brought)], isWhole: !hasFailed && length <= maxDecompressed};
}

function decompressor(compression: Compression, first: Uint8Array | undefined): zlib.Gunzip | zlib.Inflate {
	switch (compression) {
		case 'gzip': {
			return zlib.createGunzip();
		}

		case 'deflate': {
			return first?.[0] === 0x78 ? zlib.createInflate() : zlib.createInflateRaw();
		}

		case 'br': {
			return zlib.createBrotliDecompress();
		}

		case 'zstd': {
			return zlib.createZstdDecompress();
		}
	}
}
