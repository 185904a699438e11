import {parseSse} from '../../wire/parse-sse.js';
import type {SseEvent} from '../../wire/sse-event.js';
import {withoutFrames} from './chunk-frames.js';
import {type Compression, compressionOf, decompress} from './compression.js';
import {isFramed, readFrames} from './frame-messages.js';
import {isPlainText, textEncoding} from './text-encoding.js';

/** Names and values, as captured. */
export type HeaderList = ReadonlyArray<readonly [name: string, value: string]>;

/**
 * A response's body after all that was done to it on the way has been undone. `taken` names what was undone. `isCut` is true if the capture lost
 * the rest. A body is a stream, any other text, or not readable; `reason` then completes "not judged: …".
 */
export type ReadBody =
	| {
			readonly kind: 'stream';
			readonly events: readonly SseEvent[];
			/** What came over the wire, `''` for binary frames. */
			readonly text: string;
			readonly taken: readonly string[];
			readonly isCut: boolean;
	  }
	| {readonly kind: 'text'; readonly text: string; readonly taken: readonly string[]; readonly isCut: boolean}
	| {readonly kind: 'unreadable'; readonly reason: string};

const gzipAsText = 'gzip that was decoded as text, so that its content is lost';

/** Reads a captured body: as bytes, or as a text that the capturing tool has decoded. */
export async function readBody(body: Uint8Array | string, headers: HeaderList): Promise<ReadBody> {
	if (typeof body === 'string') {
		const bytes = bytesIn(body);
		return bytes === null ? readText(body, []) : readBytes(bytes, headers);
	}

	return readBytes(body, headers);
}

/** The bytes in a text that stands for them: each character is one, or all are in base64. `null` for text. */
function bytesIn(text: string): Uint8Array | null {
	if (/^\u001F\u008B\u0008/.test(text) && !/[^\u0000-\u00FF]/.test(text.slice(0, 4096))) {
		return Buffer.from(text, 'latin1');
	}

	if (text.length < 24 || !/^[\w+/-]{24,}[\w+/=\s-]*$/.test(text.slice(0, 4096))) {
		return null;
	}

	const bytes = Buffer.from(text, 'base64');
	const isBody =
		compressionOf(bytes) !== null ||
		isFramed(bytes) ||
		/^(?:event|data|\{"type")/.test(bytes.toString('latin1', 0, 16));
	return isBody ? bytes : null;
}

async function readBytes(body: Uint8Array, headers: HeaderList): Promise<ReadBody> {
	const taken: string[] = [];
	let bytes = body;
	let isCut = false;
	const unframed = withoutFrames(bytes);
	if (unframed !== null) {
		bytes = unframed.bytes;
		taken.push('chunk frames');
	}

	for (const compression of compressionsOf(bytes, headers)) {
		const result = decompress(bytes, compression);
		if (result.kind === 'failed') {
			return {kind: 'unreadable', reason: `compressed with ${compression}, and ${result.reason}`};
		}

		bytes = result.bytes;
		isCut ||= result.kind === 'cut';
		taken.push(compression);
	}

	if (isFramed(bytes)) {
		const framed = await readFrames(bytes);
		return {kind: 'stream', events: framed.events, text: '', taken, isCut: isCut || framed.isCut};
	}

	const encoding = textEncoding(bytes);
	const text = new TextDecoder(encoding, {ignoreBOM: encoding === 'utf-8'}).decode(bytes);
	if (encoding === 'utf-8' && !isPlainText(bytes.subarray(0, 64)) && !/(?:^|\n)(?:event|data):/.test(text)) {
		return {kind: 'unreadable', reason: 'binary data of an unknown kind'};
	}

	const read = readText(text, taken);
	return read.kind === 'unreadable' ? read : {...read, isCut};
}

/** The bytes decide; the header only where they do not, as a capturing tool may have decompressed the body and kept the header. */
function compressionsOf(bytes: Uint8Array, headers: HeaderList): readonly Compression[] {
	const shown = compressionOf(bytes);
	if (shown !== null) {
		return [shown];
	}

	const named = headerOf(headers, 'content-encoding').trim().toLowerCase();
	return isPlainText(bytes) || (named !== 'br' && named !== 'deflate') ? [] : [named];
}

function readText(text: string, taken: readonly string[]): ReadBody {
	if (/^\uFEFF?\u001F[\uFFFD\u008B]/.test(text)) {
		return {kind: 'unreadable', reason: gzipAsText};
	}

	const isOther = /^\uFEFF?\s*[{[<]/.test(text) || text.trim() === '';
	return isOther
		? {kind: 'text', text, taken, isCut: false}
		: {kind: 'stream', events: parseSse(text.replace(/^\uFEFF/, '')), text, taken, isCut: false};
}

/** The value of a header, or `''`. */
export function headerOf(headers: HeaderList, name: string): string {
	return headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';
}
