import zlib from 'node:zlib';
import {isFramed} from './frame-messages.js';
import {isPlainText, textEncoding} from './text-encoding.js';

/** Compression as HTTP names it. */
export type Compression = 'gzip' | 'deflate' | 'br' | 'zstd';

export type Decompressed =
	| {readonly kind: 'whole'; readonly bytes: Uint8Array}
	| {readonly kind: 'cut'; readonly bytes: Uint8Array}
	/** `reason` completes "compressed with gzip, and …". */
	| {readonly kind: 'failed'; readonly reason: string};

/** In bytes. A small file can decompress to any size, so there has to be a limit. */
const maxDecompressed = 2 ** 29;

/** The compression that the first bytes show. Brotli and bare deflate do not show any. */
export function compressionOf(bytes: Uint8Array): Compression | null {
	const [first = 0, second = 0, third, fourth] = bytes;
	if (first === 0x1f && second === 0x8b) {
		return 'gzip';
	}

	if (first === 0x28 && second === 0xb5 && third === 0x2f && fourth === 0xfd) {
		return 'zstd';
	}

	// A zlib header is a multiple of 31. Text can begin like one, but then it does not decompress.
	return first === 0x78 && (first * 256 + second) % 31 === 0 ? 'deflate' : null;
}

/** How the files of other programs begin. They are no compressed text. */
const otherFiles = /^(?:PK\u0003\u0004|%PDF|\u0089PNG|GIF8|\u00FF\u00D8|SQLite|\u007FELF|MZ)/;

/** Brotli and bare deflate do not show themselves, so all there is to do is to try. `null` for bytes that are neither, and for text. */
export function hiddenCompression(bytes: Uint8Array): Compression | null {
	if (
		bytes.length < 8 ||
		isPlainText(bytes) ||
		otherFiles.test(Buffer.from(bytes.subarray(0, 8)).toString('latin1'))
	) {
		return null;
	}

	const hidden = ['br', 'deflate'] as const;
	return (
		hidden.find(compression => {
			const result = decompress(bytes, compression);
			return result.kind !== 'failed' && result.bytes.length > 8 && isContent(result.bytes);
		}) ?? null
	);
}

/** Whether bytes are something that a capture may consist of. */
function isContent(bytes: Uint8Array): boolean {
	return (
		isPlainText(bytes) || textEncoding(bytes) !== 'utf-8' || compressionOf(bytes) !== null || isFramed(bytes)
	);
}

/** Decompresses a whole text. If it is cut off, what can be had of it is returned. */
export function decompress(bytes: Uint8Array, compression: Compression): Decompressed {
	try {
		return {kind: 'whole', bytes: run(bytes, compression, false)};
	} catch (error) {
		if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') {
			return {kind: 'failed', reason: `larger than ${maxDecompressed / 2 ** 20} MiB when decompressed`};
		}

		if (compression === 'zstd' && !('zstdDecompressSync' in zlib)) {
			return {kind: 'failed', reason: 'this version of Node cannot read it: Node 22.15 or later can'};
		}
	}

	try {
		const rest = run(bytes, compression, true);
		return rest.length === 0 ? {kind: 'failed', reason: 'damaged or cut off'} : {kind: 'cut', bytes: rest};
	} catch {
		return {kind: 'failed', reason: 'damaged or cut off'};
	}
}

function run(bytes: Uint8Array, compression: Compression, mayBeCut: boolean): Uint8Array {
	const {BROTLI_OPERATION_FLUSH, Z_SYNC_FLUSH, ZSTD_e_flush} = zlib.constants;
	const options = (finishFlush: number) => ({
		maxOutputLength: maxDecompressed,
		...(mayBeCut ? {finishFlush} : {}),
	});
	switch (compression) {
		case 'gzip': {
			return zlib.gunzipSync(bytes, options(Z_SYNC_FLUSH));
		}

		case 'deflate': {
			// Servers send deflate with the zlib header and without it.
			return isZlib(bytes)
				? zlib.inflateSync(bytes, options(Z_SYNC_FLUSH))
				: zlib.inflateRawSync(bytes, options(Z_SYNC_FLUSH));
		}

		case 'br': {
			return zlib.brotliDecompressSync(bytes, options(BROTLI_OPERATION_FLUSH));
		}

		case 'zstd': {
			return zlib.zstdDecompressSync(bytes, options(ZSTD_e_flush));
		}
	}
}

function isZlib(bytes: Uint8Array): boolean {
	return compressionOf(bytes) === 'deflate';
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
