import type {Recording} from './recording.js';
import {RecordingState} from './recording-state.js';
import {createLineSplitter} from './split-lines.js';

/** A text in pieces: of a file, of stdin, or of a test. */
export type TextSource = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** Reads a recording, whatever its state: what cannot be used is skipped and named. Throws only what the source itself throws. */
export async function readRecording(source: TextSource): Promise<Recording> {
	const reader = createRecordingReader();
	for await (const text of decoded(source)) {
		reader.feed(text);
	}

	return reader.end();
}

/** The source's text; bytes are read as UTF-8, a byte order mark is dropped, and bytes that are no UTF-8 become U+FFFD. */
export async function* decoded(source: TextSource): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	for await (const piece of source) {
		yield typeof piece === 'string' ? piece : decoder.decode(piece, {stream: true});
	}

	yield decoder.decode();
}

export type RecordingReader = {
	feed(text: string): void;
	end(): Recording;
};

/** The same for a text that somebody else brings. */
export function createRecordingReader(): RecordingReader {
	const state = new RecordingState();
	const splitter = createLineSplitter((line, number) => state.readLine(line, number));
	return {
		feed: text => splitter.feed(text),
		end() {
			splitter.end();
			return state.recording();
		},
	};
}
