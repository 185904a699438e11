import zlib from 'node:zlib';

/** Takes the bytes of a body as they pass. `end` resolves once everything that can be decoded has been told, to whether nothing was damaged. */
export type CopyDecoder = {
	/** Calls `decoded` once these bytes are told as far as they can be. */
	write(bytes: Uint8Array, decoded?: () => void): void;
	end(): Promise<boolean>;
};

/** How much one body may decompress to, in bytes. A small body can decompress to any size. */
const maxDecoded = 2 ** 28;

/**
 * Decodes a copy of a body by its `content-encoding`, so that the body itself passes unchanged. Each piece that was written is told apart as far
 * as the compression allows. What cannot be decoded is told as it is, and a damaged end is left out.
 */
export function decodeCopy(
	encoding: string,
	tell: (bytes: Uint8Array) => void,
	limit = maxDecoded,
): CopyDecoder {
	const stream = decoderOf(encoding);
	if (stream === null) {
		return {
			write(bytes, decoded) {
				tell(bytes);
				decoded?.();
			},
			end: async () => true,
		};
	}

	let length = 0;
	let isDamaged = false;
	const closed = new Promise<void>(resolve => {
		stream.once('close', resolve);
	});
	stream.on('data', (bytes: Uint8Array) => {
		length += bytes.length;
		if (length <= limit) {
			tell(bytes);
		}
	});
	stream.on('error', () => {
		isDamaged = true;
	});
	return {
		write(bytes, decoded) {
			if (!isDamaged && length <= limit) {
				stream.write(bytes, decoded);
			} else {
				decoded?.();
			}
		},
		end() {
			stream.end();
			return closed.then(() => !isDamaged);
		},
	};
}

/** Whether a body of this `content-encoding` can be decoded. */
export function canDecode(encoding: string): boolean {
	return /^\s*(?:identity)?\s*$/i.test(encoding) || decoderOf(encoding) !== null;
}

function decoderOf(encoding: string): zlib.Gunzip | zlib.Inflate | zlib.BrotliDecompress | null {
	switch (encoding.trim().toLowerCase()) {
		case 'gzip':
		case 'x-gzip':
			return zlib.createGunzip({finishFlush: zlib.constants.Z_SYNC_FLUSH});
		case 'deflate':
			return zlib.createInflate({finishFlush: zlib.constants.Z_SYNC_FLUSH});
		case 'br':
			return zlib.createBrotliDecompress({finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH});
		case 'zstd':
			// Node has it since 22.15.
			return zlib.createZstdDecompress?.() ?? null;
		default:
			return null;
	}
}

/** Decodes a whole body by its `content-encoding`. Throws if it cannot, or if the result is longer than the limit, in bytes. */
export function decodeWhole(encoding: string, bytes: Uint8Array, limit: number): Uint8Array {
	const options = {maxOutputLength: Math.max(1, limit)};
	switch (encoding.trim().toLowerCase()) {
		case 'gzip':
		case 'x-gzip':
			return zlib.gunzipSync(bytes, options);
		case 'deflate':
			return zlib.inflateSync(bytes, options);
		case 'br':
			return zlib.brotliDecompressSync(bytes, options);
		case 'zstd':
			return zlib.zstdDecompressSync(bytes, options);
		default:
			return bytes;
	}
}
