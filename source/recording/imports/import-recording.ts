import {createRecordingReader, pacingOf} from '../read-recording.js';
import type {CaptureFormat, ReadOptions} from './capture-format.js';
import type {Importer} from './imported.js';
import type {Sample} from './sample.js';

const traceTypes: ReadonlySet<unknown> = new Set(['request', 'response', 'sse', 'body', 'end']);

/** A line that is longer than the examined text can still be recognised. */
const traceLine = /^\{"type":"(?:recording"|(?:request|response|sse|body|end)","at":)/;

/** Our own recordings, which `ask --events` prints as well. A recording that lost its first lines is still one. */
export const recordingFormat: CaptureFormat = {
	name: 'recording',
	title: 'a recording',
	shortTitle: 'recording',
	writers: 'streamscope itself: the chat, `ask --record`, `ask --events`',
	times: 'all',
	sign({text, objects}: Sample) {
		const found = objects.find(
			({type, exchange}) => type === 'recording' || (traceTypes.has(type) && typeof exchange === 'number'),
		);
		return found !== undefined || traceLine.test(text)
			? `lines of a recording, such as "type":"${String(found?.type ?? 'recording')}"`
			: null;
	},
	reader: {takes: 'pieces', create: createRecordingImporter},
};

function createRecordingImporter({onEvent}: ReadOptions): Importer {
	const reader = createRecordingReader(onEvent ?? undefined);
	return {
		feed: reader.feed,
		end() {
			const recording = reader.end();
			const {events, skipped, notes, header} = recording;
			return {
				events,
				skipped,
				notes,
				pacing: pacingOf(header),
				recording,
			};
		},
	};
}
