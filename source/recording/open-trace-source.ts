import {createReadStream} from 'node:fs';
import type {TraceEvent} from '../trace/trace-event.js';
import type {CaptureReader, ReadOptions, TraceFormat} from './imports/capture-format.js';
import {captureFormats} from './imports/capture-formats.js';
import {foldedLines} from './imports/folded-lines.js';
import type {Imported, Importer, Pacing, UnjudgedRequest} from './imports/imported.js';
import type {LineWrapping} from './imports/line-wrappings.js';
import {shownEnds} from './imports/shown-ends.js';
import {type TextPiece, type Unpacked, unpack} from './imports/unpack.js';
import {findWrappings, isTyped, terminalWrappings, unwrapLines, unwrapped} from './imports/unwrap-lines.js';
import {createWholeReader, type WholeReader} from './imports/whole-reader.js';
import type {TextSource} from './read-recording.js';
import {type Recognised, recogniseFormat} from './recognise-format.js';
import type {Recording} from './recording.js';
import {recordingVersion} from './recording-format.js';

/** A recording, or a capture made elsewhere, in the form of a recording. `pacing` says whether its times are real. */
export type TraceSource = Recording & {
	readonly format: TraceFormat;
	readonly pacing: Pacing;
};

/** Whether the times of requests, responses and ends are real: a HAR file and mitmproxy's flows have them, but none of single events. */
export function hasOuterTimes({format, pacing}: Pick<TraceSource, 'format' | 'pacing'>): boolean {
	return pacing === 'recorded' || format === 'har' || format === 'mitmproxy';
}

/**
 * An opened source, and what is known of how it was captured. `sign` is what its format was recognised by, in words, and `layers` is what was
 * taken off first, such as `gzip`.
 */
export type Capture = TraceSource & {
	readonly sign: string | null;
	readonly layers: readonly string[];
	/** Requests in it that are not judged. */
	readonly unjudged: readonly UnjudgedRequest[];
	/** Why nothing in it can be judged, as a sentence; `null` if something can. */
	readonly refusal: string | null;
	/** What the capture lost of the stream, as a sentence; `null` if it is whole. */
	readonly loss: string | null;
	/** The text of a bare stream as it came over the wire, `''` otherwise. */
	readonly body: string;
	/** The line of the file, from 1, at which that text begins; `null` if its lines are not those of the file. */
	readonly bodyLine: number | null;
};

export type OpenOptions = {
	/** The format of a blank text. */
	readonly whenBlank?: 'recording' | 'sse';
	/** Whether to keep the text of a bare stream. */
	readonly keepsBody?: boolean;
	/** Gets the events of a recording, which the capture then lacks. */
	readonly consumer?: EventConsumer | null;
};

/** Takes the events of a recording as they are read, so that they need not all be kept. The next read waits for `settle`. */
export type EventConsumer = {
	readonly take: (event: TraceEvent, pacing: Pacing) => void;
	readonly settle: () => Promise<void>;
};

/** Whether the reads of a source are real: a curl trace has real reads even without times. */
export function hasReads({format, pacing}: Pick<TraceSource, 'format' | 'pacing'>): boolean {
	return pacing === 'recorded' || format === 'curl-trace';
}

/** How much text is enough to recognise the format, in UTF-16 units. */
const beginningLength = 65_536;

/** The same for a text whose first line is JSON, as one line can hold a whole exchange. */
const longBeginningLength = 2 ** 22;

/**
 * Opens anything that holds a stream: a file by its path, or a text such as stdin. The content decides the format. Bad content does not
 * throw; it is skipped and reported. Rejects with the system's error for an unreadable file.
 */
export async function openTraceSource(
	source: string | TextSource,
	{whenBlank = 'recording', keepsBody = false, consumer = null}: OpenOptions = {},
): Promise<Capture> {
	const unpacked = await unpack(typeof source === 'string' ? createReadStream(source) : source);
	const options = {keepsBody, onEvent: consumer?.take ?? null};
	const first: TextPiece[] = [];
	const start = () => begin(first, unpacked, whenBlank, options);
	let beginning = '';
	let opener: Opener | null = null;
	for await (const piece of unpacked.text) {
		if (opener === null) {
			first.push(piece);
			beginning += piece.text;
			opener = isEnough(beginning) ? start() : null;
		} else {
			opener.feed(piece);
		}

		await consumer?.settle();
	}

	return (opener ?? start()).end();
}

function isEnough(beginning: string): boolean {
	const isOpenLine = /^\s*[[{]/.test(beginning) && !/\S\s*\n/.test(beginning);
	return beginning.length >= (isOpenLine ? longBeginningLength : beginningLength);
}

type Opener = {
	feed(piece: TextPiece): void;
	end(): Promise<Capture>;
};

function begin(
	first: readonly TextPiece[],
	unpacked: Unpacked,
	whenBlank: TraceFormat,
	options: ReadOptions,
): Opener {
	const beginning = first.map(({text}) => text).join('');
	const asItIs = recogniseFormat(beginning);
	const wrappings = wrappingsOf(beginning, asItIs);
	const recognised =
		(wrappings === null ? asItIs : recogniseFormat(unwrapped(beginning, wrappings))) ?? blank(whenBlank);
	const reader = recognised.kind === 'format' ? readerOf(recognised.format.reader, options) : noReader;
	const lines = {read: 0, left: 0};
	const unwrapper =
		wrappings === null
			? null
			: unwrapLines(wrappings, text => {
					lines.left += lineFeeds(text);
					reader.feed(text);
				});
	const feed = ({text, bytes}: TextPiece) => {
		if (unwrapper === null) {
			reader.feed(text, bytes);
			return;
		}

		lines.read += lineFeeds(text);
		unwrapper.feed(text);
	};
	first.forEach(feed);
	return {
		feed,
		async end() {
			unwrapper?.end();
			const imported = withNotes(await reader.end(), wrappings ?? []);
			const capture = sourceOf(recognised, unpacked, imported);
			// A last line without a line feed gets one.
			return lines.left >= lines.read ? capture : {...capture, bodyLine: null};
		},
	};
}

function lineFeeds(text: string): number {
	let count = 0;
	for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) {
		count++;
	}

	return count;
}

/** What to take off the lines first, or `null` if they are lines of the format as they are. */
function wrappingsOf(beginning: string, recognised: Recognised): readonly LineWrapping[] | null {
	if (recognised === null) {
		return null;
	}

	if (recognised.kind === 'format') {
		const {name} = recognised.format;
		const isTextual = name === 'sse' || name === 'events' || isTyped(beginning);
		const wrappings = isTextual ? terminalWrappings(beginning) : null;
		const around = name === 'sse' ? (shownEnds(beginning) ?? foldedLines(beginning)) : null;
		return around === null ? wrappings : [...(wrappings ?? []), around];
	}

	const found = findWrappings(
		beginning.slice(0, beginningLength),
		text => recogniseFormat(text)?.kind === 'format',
	);
	return found.length === 0 ? null : found;
}

function withNotes(imported: Imported, wrappings: readonly LineWrapping[]): Imported {
	const titles = wrappings.map(({title}) => title);
	return titles.length === 0
		? imported
		: {...imported, notes: [...imported.notes, `Taken off each line: ${titles.join('; ')}.`]};
}

function blank(name: TraceFormat): NonNullable<Recognised> {
	const format = captureFormats.find(some => some.name === name);
	return format === undefined
		? {kind: 'foreign', content: {what: 'a blank text', advice: ''}}
		: {kind: 'format', format, sign: 'nothing'};
}

type Reader = Importer | WholeReader;

function readerOf(reader: CaptureReader, options: ReadOptions): Reader {
	return reader.takes === 'pieces' ? reader.create(options) : createWholeReader(reader);
}

const noReader: Reader = {
	feed() {},
	end: () => ({events: [], pacing: 'synthetic', skipped: [], notes: []}),
};

function sourceOf(recognised: NonNullable<Recognised>, unpacked: Unpacked, imported: Imported): Capture {
	const {events, pacing, skipped, unjudged = [], body = ''} = imported;
	const isFormat = recognised.kind === 'format';
	const refusal = unpacked.refusal ?? imported.refusal ?? (isFormat ? null : refusalOf(recognised.content));
	const loss = unpacked.loss ?? imported.loss ?? null;
	return {
		...(imported.recording ?? recordingOf(imported)),
		events: loss === null ? events : withoutLastEnd(events),
		pacing,
		skipped,
		format: isFormat ? recognised.format.name : 'unknown',
		sign: isFormat ? recognised.sign : null,
		layers: unpacked.layers,
		unjudged,
		refusal,
		loss,
		bodyLine: isFormat && recognised.format.name === 'sse' ? 1 : (imported.bodyLine ?? null),
		body: bodyAsSent(body, isFormat && recognised.format.name === 'sse' ? unpacked : null),
		notes: [...imported.notes, ...[loss, refusal].filter(note => note !== null)],
	};
}

/** If the end of a capture is missing, it is not known that the last stream in it ended early. */
function withoutLastEnd(events: readonly TraceEvent[]): readonly TraceEvent[] {
	const last = events.reduce((most, {exchange}) => Math.max(most, exchange), 0);
	return events.filter(
		event => event.type !== 'end' || event.exchange !== last || event.error?.kind !== 'ended_early',
	);
}

/** The text of a bare body as it was sent: with its byte order mark, and without what PowerShell's `>` makes of it, which is UTF-16 with CRLF. */
function bodyAsSent(body: string, file: Unpacked | null): string {
	if (file === null || body === '') {
		return body;
	}

	const text = file.isRecoded ? body.replaceAll('\r\n', '\n') : body;
	return file.hasMark ? `\uFEFF${text}` : text;
}

function refusalOf({what, advice}: {what: string; advice: string}): string {
	return `This is ${what}. ${advice}`.trim();
}

function recordingOf({events, skipped, notes, startedAt = ''}: Imported): Recording {
	return {
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
		lastAt: events.reduce((last, {at}) => Math.max(last, at), 0),
	};
}
