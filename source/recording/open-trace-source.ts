import {createReadStream} from 'node:fs';
import type {TraceEvent} from '../trace/trace-event.js';
import {createBodyImporter} from './imports/import-body.js';
import {createCurlTraceImporter} from './imports/import-curl-trace.js';
import {createEventLinesImporter, importJson} from './imports/import-event-lines.js';
import {importHar} from './imports/import-har.js';
import type {Imported, Importer, Pacing} from './imports/imported.js';
import {limitedImporter} from './imports/limited-importer.js';
import {createRecordingReader, decoded, pacingOf, type TextSource} from './read-recording.js';
import {recogniseFormat, type TraceFormat} from './recognise-format.js';
import type {Recording} from './recording.js';
import {recordingVersion} from './recording-format.js';

/** A recording, or a capture made elsewhere, in the form of a recording. `pacing` says whether its times are real. */
export type TraceSource = Recording & {
	readonly format: TraceFormat;
	readonly pacing: Pacing;
};

/** Whether the reads of a source are real: a curl trace has real reads even without times. */
export function hasReads({format, pacing}: Pick<TraceSource, 'format' | 'pacing'>): boolean {
	return pacing === 'recorded' || format === 'curl-trace';
}

/** Takes the events of a recording as they are read, so that they need not all be kept. The next read waits for `settle`. */
export type EventConsumer = {
	readonly take: (event: TraceEvent, pacing: Pacing) => void;
	readonly settle: () => Promise<void>;
};

/** How much text is enough to recognise the format, in UTF-16 units. */
const beginningLength = 65_536;

/**
 * Opens anything that holds a stream: a file by its path, or a text such as stdin. The content decides the format. Bad content does not
 * throw; it is skipped and reported. Rejects with the system's error for an unreadable file. `whenBlank` is the format of a blank text.
 * `consumer` gets the events of a recording.
 */
export async function openTraceSource(
	source: string | TextSource,
	whenBlank: TraceFormat = 'recording',
	consumer: EventConsumer | null = null,
): Promise<TraceSource> {
	const pieces = decoded(typeof source === 'string' ? createReadStream(source) : source);
	let beginning = '';
	let opener: Opener | null = null;
	for await (const text of pieces) {
		if (opener === null) {
			beginning += text;
			opener = beginning.length < beginningLength ? null : begin(beginning, whenBlank, consumer);
		} else {
			opener.feed(text);
		}

		await consumer?.settle();
	}

	return (opener ?? begin(beginning, whenBlank, consumer)).end();
}

type Opener = {
	feed(text: string): void;
	end(): TraceSource;
};

function begin(beginning: string, whenBlank: TraceFormat, consumer: EventConsumer | null): Opener {
	const format = recogniseFormat(beginning) ?? whenBlank;
	const opener = openerOf(format, consumer);
	opener.feed(beginning);
	return opener;
}

function openerOf(format: TraceFormat, consumer: EventConsumer | null): Opener {
	switch (format) {
		case 'recording': {
			const reader = createRecordingReader(consumer?.take);
			return {
				feed: reader.feed,
				end() {
					const recording = reader.end();
					return {...recording, format, pacing: pacingOf(recording.header)};
				},
			};
		}

		case 'sse':
		case 'http': {
			return opening(format, limitedImporter(createBodyImporter({hasHeaders: format === 'http'}), 'event'));
		}

		case 'curl-trace': {
			return opening(format, createCurlTraceImporter());
		}

		case 'events': {
			return opening(format, createEventLinesImporter());
		}

		case 'har': {
			return opening(format, limitedImporter(createWholeImporter(importHar), 'text'));
		}

		case 'json': {
			return opening(format, limitedImporter(createWholeImporter(importJson), 'text'));
		}

		case 'unknown': {
			return opening(format, {feed() {}, end: () => unknownContent});
		}
	}
}

const unknownContent: Imported = {
	events: [],
	pacing: 'synthetic',
	skipped: [],
	notes: [
		'The format is not known. Known formats: recordings, event streams with or without HTTP headers, curl traces, HAR files, and events as JSON lines.',
	],
};

function opening(format: TraceFormat, importer: Importer): Opener {
	return {
		feed: importer.feed,
		end() {
			const {events, pacing, skipped, notes, startedAt = ''} = importer.end();
			const lastAt = events.reduce((last, {at}) => Math.max(last, at), 0);
			return {
				format,
				pacing,
				header: {
					type: 'recording',
					version: recordingVersion,
					app: 'import',
					startedAt,
					mode: 'import',
					title: null,
				},
				title: null,
				events,
				others: [],
				skipped,
				notes,
				lastAt,
			};
		},
	};
}

/** For formats that are a single JSON text. */
function createWholeImporter(read: (text: string) => Imported): Importer {
	const pieces: string[] = [];
	return {
		feed(text) {
			pieces.push(text);
		},
		end: () => read(pieces.join('')),
	};
}
