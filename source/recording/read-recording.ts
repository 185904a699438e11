import type {TraceEvent} from '../trace/trace-event.js';
import type {Pacing} from './imports/imported.js';
import type {Recording} from './recording.js';
import type {RecordingHeader} from './recording-format.js';
import {RecordingState} from './recording-state.js';
import {createLineSplitter} from './split-lines.js';

/** A text in pieces, from a file, from stdin or from a test. */
export type TextSource = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** Reads a recording in any state. Unusable lines are skipped and reported. Throws only what the source itself throws. */
export async function readRecording(source: TextSource): Promise<Recording> {
	const reader = createRecordingReader();
	for await (const text of decoded(source)) {
		reader.feed(text);
	}

	return reader.end();
}

/** The source's text. Bytes are decoded as UTF-8; a byte order mark is dropped, and invalid bytes become U+FFFD. */
export async function* decoded(source: TextSource): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	for await (const piece of source) {
		yield typeof piece === 'string' ? piece : decoder.decode(piece, {stream: true});
	}

	yield decoder.decode();
}

/** Whether the times of a recording are real. */
export function pacingOf(header: RecordingHeader | null): Pacing {
	return header?.pacing === 'synthetic' ? 'synthetic' : 'recorded';
}

export type RecordingReader = {
	feed(text: string): void;
	end(): Recording;
};

/** The same for a text that the caller feeds in. With `onEvent`, the events are handed over with the pacing, and the recording has none. */
export function createRecordingReader(
	onEvent?: (event: TraceEvent, pacing: Pacing) => void,
): RecordingReader {
	const state: RecordingState = new RecordingState(
		onEvent && (event => onEvent(event, pacingOf(state.header))),
	);
	const splitter = createLineSplitter((line, number) => state.readLine(line, number));
	return {
		feed: text => splitter.feed(text),
		end() {
			splitter.end();
			return state.recording();
		},
	};
}
