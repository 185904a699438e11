import {createLineEncoder} from './line-encoder.js';
import type {Recording} from './recording.js';
import type {RecordingLine} from './recording-format.js';

type Recorded = Pick<Recording, 'header' | 'events' | 'others'>;

/** The lines of a recording as written to its file, without secrets. */
export function* encodeRecording(recorded: Recorded, secrets: readonly string[] = []): Generator<string> {
	const encoder = createLineEncoder(secrets);
	for (const line of recordingLines(recorded)) {
		yield encoder.encode(line);
	}
}

/** The lines of a recording, with the lines that are not events in their places. */
export function* recordingLines({header, events, others}: Recorded): Generator<RecordingLine> {
	if (header !== null) {
		yield header;
	}

	let position = 0;
	for (const {before, line} of others) {
		yield* events.slice(position, before);
		position = Math.max(position, before);
		yield line;
	}

	yield* events.slice(position);
}
