import {encodeSse} from '../../wire/encode-sse.js';
import type {TextSource} from '../read-recording.js';
import {type Compression, compressionOf, decompress, hiddenCompression} from './compression.js';
import {isFramed, readFrames} from './frame-messages.js';
import {encodingNames, isPlainText, textEncoding} from './text-encoding.js';

/**
 * A source without its compression and encoding. `layers` names what was taken off, in order. `text` has no byte order mark; `hasMark` says
 * whether it had that of UTF-8. `loss` says what is missing of it, and `refusal` why it cannot be read at all.
 */
export type Unpacked = {
	readonly text: AsyncIterable<TextPiece>;
	readonly layers: readonly string[];
	readonly hasMark: boolean;
	/** Whether it was in UTF-16, which a tool made of it. */
	readonly isRecoded: boolean;
	readonly loss: string | null;
	readonly refusal: string | null;
};

/** A piece of text, and the bytes that were decoded to it. `null` if they are those of its UTF-8. */
export type TextPiece = {readonly text: string; readonly bytes: Uint8Array | null};

/** How many bytes show the compression and the encoding. */
const examinedBytes = 4096;

/** In bytes. Compressed content is decompressed in one piece. */
const maxCompressed = 2 ** 28;

/** Nested deeper than this, it is an attack. */
const maxLayers = 3;

/** Takes compression and encoding off a source. Text comes as it is. Throws only what the source throws. */
export async function unpack(source: TextSource): Promise<Unpacked> {
	const layers: string[] = [];
	let pieces = iteratorOf(source);
	let loss: string | null = null;
	for (;;) {
		const beginning = await peek(pieces);
		pieces = chained(beginning.pieces, pieces);
		if (beginning.bytes !== null && isFramed(beginning.bytes)) {
			const framed = await readFrames((await collect(pieces)) ?? beginning.bytes);
			const text = iteratorOf(framed.events.map(encodeSse));
			return {
				...decodedText(text, null, [...layers, 'binary event frames']),
				loss: framed.isCut ? 'Its frames are cut off or damaged.' : loss,
				refusal: null,
			};
		}

		const shown = beginning.bytes === null ? null : compressionOf(beginning.bytes);
		const isHidden = shown === null && mayHide(beginning.bytes);
		if ((shown === null && !isHidden) || layers.length === maxLayers) {
			return {...decodedText(pieces, beginning.bytes, layers), loss, refusal: null};
		}

		const whole = await collect(pieces);
		const compression = shown ?? (whole === null ? null : hiddenCompression(whole));
		if (compression === null) {
			const refusal = whole === null ? `It is binary, and ${tooLong.reason}.` : null;
			return {...decodedText(iteratorOf([whole ?? '']), whole, layers), loss, refusal};
		}

		const result = whole === null ? tooLong : decompress(whole, compression);
		if (result.kind === 'failed') {
			// Text may begin like deflate.
			const isText = compression === 'deflate' && whole !== null;
			const refusal = isText ? null : `It is compressed with ${compression}, and ${result.reason}.`;
			return {...decodedText(iteratorOf([whole ?? '']), whole, layers), loss, refusal};
		}

		if (result.kind === 'cut') {
			loss = cutWords(compression);
		}

		layers.push(compression);
		pieces = iteratorOf(slices(result.bytes));
	}
}

/** Whether bytes that show no compression are not text either. */
function mayHide(bytes: Uint8Array | null): boolean {
	return (
		bytes !== null &&
		bytes.length > 0 &&
		!isPlainText(bytes.subarray(0, 64)) &&
		textEncoding(bytes) === 'utf-8'
	);
}

function cutWords(compression: Compression): string {
	return `It is compressed with ${compression}, and incomplete.`;
}

const tooLong = {
	kind: 'failed',
	reason: `longer than ${maxCompressed / 2 ** 20} MiB`,
} as const;

type Piece = Uint8Array | string;
type Pieces = AsyncIterator<Piece> & AsyncIterable<Piece>;

async function* iteratorOf(source: TextSource): AsyncGenerator<Piece> {
	yield* source;
}

async function* chained(first: readonly Piece[], rest: Pieces): AsyncGenerator<Piece> {
	yield* first;
	yield* rest;
}

/** Reads enough pieces to see what they are. `bytes` is `null` if the source gives text. */
async function peek(pieces: Pieces): Promise<{pieces: readonly Piece[]; bytes: Uint8Array | null}> {
	const read: Uint8Array[] = [];
	let length = 0;
	while (length < examinedBytes) {
		const {done, value} = await pieces.next();
		if (done) {
			break;
		}

		if (typeof value === 'string') {
			return {pieces: [...read, value], bytes: null};
		}

		read.push(value);
		length += value.length;
	}

	return {pieces: read, bytes: Buffer.concat(read)};
}

/** The whole source, or `null` if it is too long. */
async function collect(pieces: Pieces): Promise<Uint8Array | null> {
	const read: Uint8Array[] = [];
	let length = 0;
	for await (const piece of pieces) {
		const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
		length += bytes.length;
		if (length > maxCompressed) {
			return null;
		}

		read.push(bytes);
	}

	return Buffer.concat(read);
}

const sliceLength = 65_536;

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += sliceLength) {
		yield bytes.subarray(start, start + sliceLength);
	}
}

function decodedText(
	pieces: Pieces,
	bytes: Uint8Array | null,
	layers: readonly string[],
): Pick<Unpacked, 'text' | 'layers' | 'hasMark' | 'isRecoded'> {
	const encoding = textEncoding(bytes ?? new Uint8Array());
	const hasMark = bytes !== null && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	return {
		text: decode(pieces, encoding),
		layers: encoding === 'utf-8' ? layers : [...layers, encodingNames[encoding]],
		hasMark,
		isRecoded: encoding !== 'utf-8',
	};
}

/** Invalid bytes become U+FFFD. The decoder drops a byte order mark. */
async function* decode(pieces: Pieces, encoding: string): AsyncGenerator<TextPiece> {
	const decoder = new TextDecoder(encoding);
	for await (const piece of pieces) {
		yield typeof piece === 'string'
			? {text: piece, bytes: null}
			: {text: decoder.decode(piece, {stream: true}), bytes: encoding === 'utf-8' ? piece : null};
	}

	yield {text: decoder.decode(), bytes: encoding === 'utf-8' ? new Uint8Array() : null};
}
