import {bookmarkLine, bookmarksIn, chosenBookmarks} from '../bookmark-lines.js';
import {encodeRecording} from '../encode-recording.js';
import type {RecordingHeader} from '../recording-format.js';
import {type CutRange, cutSource, cutWords} from './cut-source.js';
import type {ExportFormat} from './export-formats.js';
import type {Exported, ExportSource} from './exported.js';
import {type OtlpOptions, toOtlp} from './otlp/to-otlp.js';
import {redact, redactHeader} from './redact.js';
import type {RedactOptions} from './redact-json.js';
import {toHtml} from './to-html.js';
import {toJson} from './to-json.js';
import {toJsonl} from './to-jsonl.js';
import {toMarkdown} from './to-markdown.js';
import {toSse} from './to-sse.js';

/** `exchange` selects one exchange; without it, the whole session is exported. `redact` masks the texts but keeps their lengths. */
export type ExportOptions = {
	readonly exchange?: number;
	/** Only the events between two places. */
	readonly range?: CutRange;
	readonly redact?: RedactOptions;
	/** How many of the source's events an HTML page shows at first; without it, all. */
	readonly start?: number;
	/** What OTLP tells besides the trace. */
	readonly otlp?: Pick<OtlpOptions, 'session' | 'hasContent' | 'resource' | 'now'>;
};

/** Exports a recording. Pure: the caller writes the pieces and shows the notes. */
export function exportTrace(
	source: ExportSource,
	format: ExportFormat,
	options: ExportOptions = {},
): Exported {
	// The wall clock of one exchange depends on the lines before it.
	const {range} = options;
	const cut = range === undefined ? source : cutSource(source, range, format);
	const chosen = choose(cut, format === 'otlp' ? {...options, exchange: undefined} : options);
	const notes = notesOf(source, format, options);
	const {pieces, extension} = encode(chosen, format, notes, options);
	return {pieces, extension, notes};
}

function choose(
	source: ExportSource,
	{exchange, redact: redaction}: {readonly exchange?: number | undefined; readonly redact?: RedactOptions},
): ExportSource {
	const ofExchange = exchange === undefined ? source : exchangeOf(source, exchange);
	if (redaction === undefined) {
		return ofExchange;
	}

	// A title is text too, and lines of unknown types may hold any text.
	const {header, events, others, pacing = 'recorded'} = ofExchange;
	return {
		pacing,
		header: header && redactHeader(header),
		title: null,
		events: redact(events, redaction),
		others: [
			...others
				.filter(({line}) => line.type === 'clear' || line.type === 'resume')
				.map(({before, line: {type, at, resumedAt}}) => ({
					before,
					line: type === 'resume' ? {type, at, resumedAt} : {type},
				})),
			// Notes are text too.
			...bookmarksIn(others, events.length).map(({position}) => ({
				before: events.length,
				line: bookmarkLine({position, note: ''}),
			})),
		],
	};
}

/** The events of one exchange, with their bookmarks. */
function exchangeOf(source: ExportSource, exchange: number): ExportSource {
	const positions = source.events.flatMap((event, position) =>
		event.exchange === exchange ? [position] : [],
	);
	const bookmarks = bookmarksIn(source.others, source.events.length);
	return {
		...source,
		events: source.events.filter(event => event.exchange === exchange),
		others: chosenBookmarks(bookmarks, positions),
	};
}

function encode(
	source: ExportSource,
	format: ExportFormat,
	notes: readonly string[],
	{exchange, range, start, otlp = usualOtlp}: ExportOptions,
): Omit<Exported, 'notes'> {
	switch (format) {
		case 'recording': {
			const header = source.header && {...source.header, ...pacingOf(source), notes};
			return {pieces: encodeRecording({...source, header}), extension: 'ndjson'};
		}

		case 'sse': {
			return {pieces: toSse(source), extension: 'sse'};
		}

		case 'jsonl': {
			return {pieces: toJsonl(source), extension: 'jsonl'};
		}

		case 'json': {
			return {pieces: toJson(source), extension: 'json'};
		}

		case 'md': {
			// What was said before is left out too.
			const isSession = exchange === undefined && (range?.from ?? 0) === 0;
			return {pieces: toMarkdown(source, notes, isSession), extension: 'md'};
		}

		case 'html': {
			return {pieces: toHtml(source, notes, start), extension: 'html'};
		}

		case 'otlp': {
			const exchanges = exchange === undefined ? {} : {exchanges: new Set([exchange])};
			const {traces, metrics} = toOtlp(source, {...otlp, ...exchanges});
			return {pieces: [`${traces}\n`, `${metrics}\n`], extension: 'otlp.jsonl'};
		}
	}
}

const usualOtlp = {
	session: 'streamscope',
	hasContent: false,
	resource: {'service.name': 'streamscope'},
	now: 0,
};

/** Marks a recording of a capture without times, for later readers. */
function pacingOf({pacing}: ExportSource): Pick<RecordingHeader, 'pacing'> {
	return pacing === 'synthetic' ? {pacing} : {};
}

function notesOf(source: ExportSource, format: ExportFormat, options: ExportOptions): readonly string[] {
	const {redact: redaction, range} = options;
	const notes = [
		'Left out for privacy: request headers (and so the API key), cookies, URL queries, and all response headers except request ids, rate limits and similar ones.',
	];
	const cut = range === undefined ? null : cutWords(source, range, format);
	if (cut !== null) {
		notes.push(cut);
	}

	if (source.pacing === 'synthetic') {
		notes.push('The capture had no times, so the times in the export are made up.');
	}

	if (redaction !== undefined) {
		notes.push(
			`Redacted: every text is replaced by x of the same length${redaction.ids === 'mask' ? ', and so are ids' : '; ids are kept'}. Digits in tool inputs are replaced by 1. Times, known types, order and other numbers are unchanged.`,
		);
	}

	if (format === 'sse') {
		notes.push(
			'The data is byte-exact. The bytes around it may differ from the original: lines end with LF, a space follows each colon, and the order of fields is fixed.',
		);
	}

	if (format === 'otlp') {
		notes.push(
			'Each line is a request to a collector: the first for /v1/traces, the second for /v1/metrics.',
			options.otlp?.hasContent === true
				? 'It holds prompts and answers.'
				: 'Left out: prompts, answers and the words of errors and findings. --otel-content tells them.',
		);
	}

	const bodies = source.events.filter(({type}) => type === 'body').length;
	if (bodies > 0 && (format === 'sse' || format === 'jsonl')) {
		notes.push(`Left out: answers that were not streams (${bodies}).`);
	}

	return notes;
}
