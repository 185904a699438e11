import {decode} from '../../messages/decode.js';
import {dialectOf} from '../../messages/dialect.js';
import {foreignApi} from '../../messages/foreign-api.js';
import {isObject, parseJson} from '../../wire/json.js';
import {parseSse} from '../../wire/parse-sse.js';
import type {TraceFormat} from '../imports/capture-format.js';
import {sampleOf} from '../imports/sample.js';
import {findWrappings, unwrapLines, unwrapped} from '../imports/unwrap-lines.js';
import {openTraceSource} from '../open-trace-source.js';
import {recogniseFormat} from '../recognise-format.js';
import type {RecordingHeader} from '../recording-format.js';
import {createBodyParser} from './body-parser.js';
import type {GrowingContext, GrowingParser, GrowingSink} from './growing-parser.js';
import {createHttpParser} from './http-parser.js';
import {LinesParser} from './lines-parser.js';
import {createRecordingParser, type RecordingOffset, type RecordingParser} from './recording-parser.js';
import {createVerboseParser} from './verbose-parser.js';

/** Reads any source while it arrives. Its first lines decide what it is. */
export type GrowingReader = {
	read(bytes: Uint8Array): void;
	end(): Promise<void>;
	/** What it was recognised as; `null` until then. */
	format(): TraceFormat | null;
	/** Whether it can only be read when it is whole. */
	isWhole(): boolean;
	/** That of a recording. */
	header(): RecordingHeader | null;
};

export type GrowingReaderOptions = GrowingSink & {
	/** When the source was opened, on the trace's clock. */
	readonly openedAt: number;
	/** What was read before it. */
	readonly offset: RecordingOffset;
};

/** How much text is enough to give up, in bytes. A line of JSON can hold a whole exchange. */
const maxBeginning = 65_536;
const maxJsonBeginning = 2 ** 22;

const lineFeed = 10;

/** A prefix on each line is not looked for in fewer lines. */
const minWrapped = 3;

export function createGrowingReader({offset, ...options}: GrowingReaderOptions): GrowingReader {
	let reads = 0;
	const context: GrowingContext = {...options, reads: () => reads};
	const pieces: Uint8Array[] = [];
	let length = 0;
	let chosen: Choice | null = null;
	let parser: (GrowingParser & Partial<RecordingParser>) | null = null;
	let unwrap: ((bytes: Uint8Array) => void) | null = null;

	const choose = () => {
		const text = Buffer.concat(pieces).toString('utf8');
		const limit = /^\uFEFF?\s*[[{]/.test(text) ? maxJsonBeginning : maxBeginning;
		chosen = chooseFormat(text, length >= limit);
		if (chosen === null || chosen.kind === 'whole') {
			return;
		}

		parser = parserOf(chosen, context, offset);
		unwrap = chosen.kind === 'wrapped' ? createUnwrap(chosen, parser) : null;
		for (const piece of pieces.splice(0)) {
			feed(piece);
		}
	};

	const feed = (bytes: Uint8Array) => {
		if (unwrap === null) {
			parser?.read(bytes);
		} else {
			unwrap(bytes);
		}
	};

	return {
		read(bytes) {
			reads++;
			if (parser !== null) {
				feed(bytes);
				return;
			}

			pieces.push(bytes);
			length += bytes.length;
			// Another piece of a line tells nothing new, unless it is the first one or too much.
			if (chosen === null && (pieces.length === 1 || bytes.includes(lineFeed) || length >= maxBeginning)) {
				choose();
			}
		},
		async end() {
			if (parser === null) {
				await readWhole(pieces, context, offset);
			} else {
				await parser.end();
			}
		},
		format: () => chosen?.format ?? null,
		isWhole: () => chosen?.kind === 'whole',
		header: () => parser?.header?.() ?? null,
	};
}

type Choice =
	| {readonly kind: 'lines' | 'whole'; readonly format: TraceFormat; readonly isForeign?: boolean}
	| {
			readonly kind: 'wrapped';
			readonly format: TraceFormat;
			readonly wrappings: ReturnType<typeof findWrappings>;
			readonly isForeign?: boolean;
	  };

/** The formats that can be read line by line or event by event. */
const growing: ReadonlySet<TraceFormat> = new Set([
	'recording',
	'sse',
	'http',
	'curl-verbose',
	'events',
	'claude-code',
]);

/** Decides by the whole lines so far. `null` if more of them are needed. */
function chooseFormat(text: string, isLast: boolean): Choice | null {
	const lines = text.slice(0, text.lastIndexOf('\n') + 1);
	// A line of a recording is recognised by its beginning, because it may be very long.
	const recognised = recogniseFormat(lines.trim() === '' && text.startsWith('{"type":"') ? text : lines);
	if (recognised?.kind === 'format') {
		const {name} = recognised.format;
		// Only a response can be read as it comes, not a request and its response.
		const isGrowing = growing.has(name) && !(name === 'http' && !/HTTP\/[\d.]+ \d{3}/.test(lines));
		const isForeign = name === 'sse' && isForeignStream(lines);
		return {kind: isGrowing ? 'lines' : 'whole', format: name, isForeign};
	}

	const sample = sampleOf(lines);
	const first = parseJson(sample.lines[0] ?? '');
	if (isObject(first) && dialectOf(first) !== null) {
		return {kind: 'lines', format: 'events'};
	}

	if (sample.lines.length >= minWrapped) {
		const isRecognised = (some: string) => {
			const found = recogniseFormat(some);
			return found?.kind === 'format' && growing.has(found.format.name);
		};
		const wrappings = findWrappings(lines, isRecognised);
		const inner = wrappings.length === 0 ? null : recogniseFormat(unwrapped(lines, wrappings));
		if (inner?.kind === 'format') {
			return {kind: 'wrapped', format: inner.format.name, wrappings};
		}
	}

	return isLast ? {kind: 'whole', format: 'unknown'} : null;
}

function isForeignStream(text: string): boolean {
	return parseSse(text).some(event => foreignApi('', decode(event)) !== null);
}

function parserOf(
	{format, isForeign}: Choice,
	context: GrowingContext,
	offset: RecordingOffset,
): GrowingParser {
	const exchange = offset.exchange + 1;
	switch (format) {
		case 'recording': {
			return createRecordingParser(context, offset);
		}

		case 'http': {
			return createHttpParser(context, exchange);
		}

		case 'curl-verbose': {
			return createVerboseParser(context, exchange);
		}

		case 'sse': {
			const {openedAt} = context;
			const url = isForeign === true ? 'capture:/' : 'capture:/v1/messages';
			return createBodyParser(context, {exchange, requestAt: openedAt, url});
		}

		default: {
			return new LinesParser(context, exchange);
		}
	}
}

function createUnwrap(
	{wrappings}: Extract<Choice, {kind: 'wrapped'}>,
	parser: GrowingParser,
): (bytes: Uint8Array) => void {
	const decoder = new TextDecoder();
	const splitter = unwrapLines(wrappings, text => parser.read(Buffer.from(text)));
	return bytes => splitter.feed(decoder.decode(bytes, {stream: true}));
}

/** Imports what could not be read as it came. Events without times of their own arrived now. */
async function readWhole(
	pieces: readonly Uint8Array[],
	{now, emit, note}: GrowingContext,
	offset: RecordingOffset,
): Promise<void> {
	const capture = await openTraceSource(pieces);
	const hasTimes = capture.pacing === 'recorded';
	for (const event of capture.events) {
		emit({
			...event,
			at: hasTimes ? event.at + offset.at : now(),
			exchange: event.exchange + offset.exchange,
		});
	}

	const isEmpty = pieces.every(({length}) => length === 0);
	for (const words of isEmpty ? ['The input ended before anything came.'] : capture.notes) {
		note(words);
	}
}
