import {isMessagesType} from '../../messages/dialect.js';
import {isObject, type JsonObject, parseJson, stringAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';
import type {SkippedLines} from '../recording.js';
import {createLineSplitter} from '../split-lines.js';
import type {CaptureFormat} from './capture-format.js';
import {eventOfObject} from './exchange-object.js';
import {importEvents, isTorn, tornWords} from './import-events.js';
import type {Imported, Importer} from './imported.js';
import {jsonDocuments} from './json-documents.js';

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
	writers:
		'a saved answer that was no stream, an error, a list of events, `print(event.to_json())`, `console.log(JSON.stringify(event, null, 2))`',
	times: 'none',
	sign({text}) {
		const type = typeIn(text);
		return type === null ? null : `JSON of the type "${type}"`;
	},
	reader: {takes: 'text', read: importJson},
};

/** A text that is longer than the examined beginning. */
const cutJson = /^(?:\[\s*)?\{[^{}[\]]*"type"\s*:\s*"([a-z_]+)"/;

/** The type of a message, or of the first event in JSON that spans lines. `null` if it is something else. */
function typeIn(text: string): string | null {
	if (!/^(?:\[\s*\{|\{\s*")/.test(text)) {
		return null;
	}

	const documents = jsonDocuments(text.slice(0, examined)).flatMap(document => document ?? []);
	const found = documents.filter(isObject).find(isEventObject);
	const type = found === undefined ? (cutJson.exec(text)?.[1] ?? '') : nameOf(found);
	const isWhole = documents.length > 0;
	return found !== undefined || (!isWhole && (type === 'message' || isMessagesType(type))) ? type : null;
}

const examined = 100_000;

/** The JSON of an event or a message, or an object with an event's name and its data. Logs use some of the same types for their own entries. */
function isEventObject(value: JsonObject): boolean {
	switch (nameOf(value)) {
		case 'message': {
			return 'content' in value || 'role' in value;
		}

		case 'error': {
			return isObject(value.error) || 'data' in value;
		}

		default: {
			return isMessagesType(nameOf(value));
		}
	}
}

function nameOf(value: JsonObject): string {
	// An event without an `event:` line is named by its data.
	const data = value.event === null && typeof value.data === 'string' ? parseJson(value.data) : value.data;
	return stringAt(value, 'type') || stringAt(value, 'event') || stringAt(data, 'type');
}

/** Imports NDJSON: the JSON of one event per line. */
function createEventLinesImporter(): Importer {
	const events: SseEvent[] = [];
	const skipped: SkippedLines[] = [];
	let torn = 0;
	const splitter = createLineSplitter((line, number) => {
		const value = line === null ? undefined : parseJson(line);
		if (isObject(value) && line !== null) {
			events.push('event' in value || 'data' in value ? eventOfObject(value) : bareEvent(value, line.trim()));
		} else if (line?.trim() !== '') {
			torn += isTorn(line) ? 1 : 0;
			skipped.push({line: number, last: number, reason: 'not the JSON of an event'});
		}
	});

	return {
		feed: splitter.feed,
		end() {
			splitter.end();
			return importEvents(events, {skipped, loss: tornWords(torn)});
		},
	};
}

/** The JSON of an event as it came. */
function bareEvent(value: JsonObject, data: string): SseEvent {
	return {event: stringAt(value, 'type') || null, data};
}

/** Imports JSON that spans lines: one message or error, a list of events, or events one after the other. */
function importJson(text: string): Promise<Imported> {
	const value = parseJson(text);
	if (Array.isArray(value)) {
		return importEvents(value.filter(isObject).map(eventOfObject));
	}

	if (value !== undefined) {
		return importEvents([{event: null, data: text}]);
	}

	const documents = jsonDocuments(text);
	const broken = documents.filter(document => document === undefined).length;
	const events = documents
		.flatMap(document => document ?? [])
		.filter(isObject)
		.map(eventOfObject);
	return importEvents(events, {loss: broken === 0 ? null : 'Its JSON is broken or cut off.'});
}
