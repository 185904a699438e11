import type {Recording} from './recording.js';
import {encodeLine} from './recording-format.js';

/** The lines of a recording as they stand in its file, those that are no events in their places. */
export function* encodeRecording({
	header,
	events,
	others,
}: Pick<Recording, 'header' | 'events' | 'others'>): Generator<string> {
	if (header !== null) {
		yield encodeLine(header);
	}

	let position = 0;
	for (const {before, line} of others) {
		for (; position < before; position++) {
			yield* lineAt(events, position);
		}

		yield encodeLine(line);
	}

	for (; position < events.length; position++) {
		yield* lineAt(events, position);
	}
}

function* lineAt(events: Recording['events'], position: number): Generator<string> {
	const event = events[position];
	if (event !== undefined) {
		yield encodeLine(event);
	}
}
