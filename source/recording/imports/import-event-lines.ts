import {isObject, type Json, type JsonObject, parseJson, stringAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';
import type {SkippedLines} from '../recording.js';
import {createLineSplitter} from '../split-lines.js';
import type {CaptureFormat} from './capture-format.js';
import {isMessagesType} from './dialect.js';
import type {Imported, Importer} from './imported.js';
import {exchangeEvents, type ImportedContent} from './imported-exchange.js';
import {createSyntheticPace, syntheticResponseTime, type TimedSse} from './synthetic-pace.js';

export const eventLinesFormat: CaptureFormat = {
	name: 'events',
	title: 'events as JSON lines',
	shortTitle: 'events as JSON lines',
	writers: 'scripts that print the JSON of each event, `sessions export --to jsonl`',
	times: 'none',
	sign({text, objects}) {
		const found = text.startsWith('[') ? undefined : objects.find(isEventObject);
		return found === undefined ? null : `lines of JSON that are events, such as ${nameOf(found)}`;
	},
	reader: {takes: 'pieces', create: createEventLinesImporter},
};

export const jsonFormat: CaptureFormat = {
	name: 'json',
	title: 'JSON',
	shortTitle: 'JSON',
	writers: 'a saved answer that was no stream, an error, a list of events',
	times: 'none',
	sign({text}) {
		const [, type] = /^[[{][\s\S]{0,20000}?"type"\s*:\s*"([a-z_]+)"/.exec(text) ?? [];
		return /^[[{]/.test(text) && type !== undefined && (type === 'message' || isMessagesType(type))
			? `JSON of the type "${type}"`
			: null;
	},
	reader: {takes: 'text', read: importJson},
};

/** The JSON of an event, or an object with its name and its data. */
function isEventObject(value: JsonObject): boolean {
	return isMessagesType(nameOf(value)) || nameOf(value) === 'message';
}

function nameOf(value: JsonObject): string {
	return stringAt(value, 'type') || stringAt(value, 'event') || stringAt(value.data, 'type');
}

/** Imports NDJSON: the JSON of one event per line. */
function createEventLinesImporter(): Importer {
	const events: TimedSse[] = [];
	const skipped: SkippedLines[] = [];
	const pace = createSyntheticPace(syntheticResponseTime);
	let only: string | null = null;
	const splitter = createLineSplitter((line, number) => {
		const value = line === null ? undefined : parseJson(line);
		if (isObject(value) && line !== null) {
			only = events.length === 0 ? line : null;
			events.push(pace(eventOf(value, line.trim())));
		} else if (line?.trim() !== '') {
			skipped.push({line: number, last: number, reason: 'not the JSON of an event'});
		}
	});

	return {
		feed: text => splitter.feed(text),
		end() {
			splitter.end();
			const isBody = only !== null && ['message', 'error'].includes(stringAt(parseJson(only), 'type'));
			return imported(isBody ? bodyOf(only ?? '') : {kind: 'stream', events}, skipped);
		},
	};
}

/** Imports JSON that spans lines: one message or error, or a list of events. If it does not parse as a whole, it is read line by line. */
function importJson(text: string): Imported | Promise<Imported> {
	const value = parseJson(text);
	if (Array.isArray(value)) {
		const pace = createSyntheticPace(syntheticResponseTime);
		const events = value.filter(isObject).map(event => pace(eventOf(event, JSON.stringify(event))));
		return imported({kind: 'stream', events}, []);
	}

	if (value === undefined) {
		const importer = createEventLinesImporter();
		importer.feed(text);
		return importer.end();
	}

	return imported(bodyOf(text), []);
}

/** Splits `{"event": …, "data": …}`. Anything else is the data itself, and its type is the name. */
function eventOf(value: {readonly [key: string]: Json | undefined}, text: string): SseEvent {
	if ((typeof value.event === 'string' || value.event === null) && value.data !== undefined) {
		const data = typeof value.data === 'string' ? value.data : JSON.stringify(value.data);
		return {event: value.event, data};
	}

	return {event: stringAt(value, 'type') || null, data: text};
}

function bodyOf(data: string): ImportedContent {
	return {kind: 'body', at: syntheticResponseTime, data};
}

function imported(content: ImportedContent, skipped: readonly SkippedLines[]): Imported {
	const last = content.kind === 'stream' ? content.events.at(-1)?.at : undefined;
	return {
		events: exchangeEvents({
			exchange: 1,
			requestAt: 0,
			request: null,
			responseAt: syntheticResponseTime,
			status: 0,
			headers: [],
			content,
			endAt: last ?? syntheticResponseTime,
		}),
		pacing: 'synthetic',
		skipped,
		notes: [],
	};
}
