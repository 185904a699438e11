import {isObject, type JsonObject, parseJson, stringAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';
import type {SkippedLines} from '../recording.js';
import {createLineSplitter} from '../split-lines.js';
import type {CaptureFormat} from './capture-format.js';
import {isMessagesType} from './dialect.js';
import {eventOfObject} from './exchange-object.js';
import {importEvents, isTorn, tornWords} from './import-events.js';
import type {Imported, Importer} from './imported.js';

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
		return /^(?:\[\s*\{|\{\s*")/.test(text) &&
			type !== undefined &&
			(type === 'message' || isMessagesType(type))
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

/** Imports JSON that spans lines: one message or error, or a list of events. If it does not parse as a whole, it is read line by line. */
function importJson(text: string): Imported | Promise<Imported> {
	const value = parseJson(text);
	if (Array.isArray(value)) {
		return importEvents(value.filter(isObject).map(eventOfObject));
	}

	if (value === undefined) {
		const importer = createEventLinesImporter();
		importer.feed(text);
		return importer.end();
	}

	return importEvents([{event: null, data: text}]);
}
