/**
 * A source that may still grow, as it comes: bytes as they arrive; a beginning from anew, with the reason; and a note about the source, both in words.
 *
 * `at` is when bytes arrived, on the clock of the reader, if that was before they are taken. `writtenAt` is when a file was written, in
 * milliseconds since 1970: it may be older than the reader.
 */
export type GrowingPiece =
	| {readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly at?: number; readonly writtenAt?: number}
	| {readonly kind: 'restart' | 'note'; readonly words: string};

export type GrowingInput = AsyncIterable<GrowingPiece>;

/** The pieces of a stream, such as standard input or a response. */
export async function* growingStream(stream: AsyncIterable<Uint8Array | string>): GrowingInput {
	for await (const piece of stream) {
		yield {kind: 'bytes', bytes: typeof piece === 'string' ? Buffer.from(piece) : piece};
	}
}
