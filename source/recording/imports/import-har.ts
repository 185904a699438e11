import {isObject, type Json, type JsonObject, objectAt, parseJson, stringAt} from '../../wire/json.js';
import type {CaptureFormat} from './capture-format.js';
import {type CapturedExchange, type CapturedTimes, importExchanges} from './import-exchanges.js';
import type {Imported} from './imported.js';
import type {HeaderList} from './read-body.js';
import type {TimedSse} from './synthetic-pace.js';

export const harFormat: CaptureFormat = {
	name: 'har',
	title: 'a HAR file',
	shortTitle: 'HAR file',
	writers: 'Chrome, Firefox, Safari, Charles, Fiddler, Proxyman, mitmproxy, Insomnia',
	times: 'of the request, the response and the end',
	sign: ({text}) => (/^\{\s*"log"\s*:(?:\s*\{|$)/.test(text) ? 'JSON that begins with "log"' : null),
	reader: {takes: 'text', read: importHar},
};

/**
 * Imports a HAR file. The times of request, response and end are real; those of the events are, too, if the browser saved them one by one.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
async function importHar(text: string): Promise<Imported> {
	const har = parseJson(text);
	if (har === undefined) {
		const refusal = 'Its JSON is broken or cut off.';
		return {events: [], pacing: 'synthetic', skipped: [], notes: [], refusal};
	}

	const {entries} = objectAt(har, 'log');
	const all = (Array.isArray(entries) ? entries.filter(isObject) : []).toSorted(
		(a, b) => (startOf(a) || 0) - (startOf(b) || 0),
	);
	const exchanges = all.map(exchangeOf);
	const imported = await importExchanges(exchanges);
	const started = all.map(startOf).find(Number.isFinite);
	const isMadeUp = imported.pacing === 'synthetic' && imported.events.length > 0;
	return {
		...imported,
		notes: [
			...imported.notes,
			...(isMadeUp
				? [
						'A HAR file has no times for single events. They are spread over the time in which the body arrived.',
					]
				: []),
		],
		...(started === undefined ? {} : {startedAt: new Date(started).toISOString()}),
	};
}

function startOf(entry: JsonObject): number {
	return Date.parse(stringAt(entry, 'startedDateTime'));
}

function exchangeOf(entry: JsonObject): CapturedExchange {
	const {request, response} = entry;
	const content = objectAt(response, 'content');
	const times = timesOf(entry);
	const body = eventsOf(entry) ?? bodyOf(content);
	const file = stringAt(content, '_file');
	return {
		method: stringAt(request, 'method') || 'POST',
		url: stringAt(request, 'url'),
		requestBody: parseJson(stringAt(objectAt(request, 'postData'), 'text')) ?? null,
		status: isObject(response) && typeof response.status === 'number' ? response.status : 0,
		headers: headersOf(isObject(response) ? response.headers : []),
		body,
		...(file === '' ? {} : {missing: `its body was saved to another file, ${file}`}),
		isCut: isCut(content, body),
		times,
	};
}

/** Browsers leave the text out if it was not saved with the file. Some write an empty one, with the size of what came. */
function bodyOf(content: JsonObject): Uint8Array | string | null {
	const {text, encoding, size} = content;
	if (typeof text !== 'string' || (text === '' && typeof size === 'number' && size > 0)) {
		return null;
	}

	return encoding === 'base64' ? Buffer.from(text, 'base64') : text;
}

/** Firefox cuts long bodies, and says so only by the size. */
function isCut({size, encoding}: JsonObject, body: CapturedExchange['body']): boolean {
	return typeof body === 'string' && encoding === undefined && typeof size === 'number'
		? size > Buffer.byteLength(body)
		: false;
}

/** The events that Chrome saved one by one, each with its time in seconds. It calls an event without a name `message`. */
function eventsOf(entry: JsonObject): readonly TimedSse[] | null {
	const messages = entry._eventSourceMessages;
	const events = Array.isArray(messages) ? messages.filter(isObject) : [];
	const origin = startOf(entry);
	// Chrome writes times of the day. Others write them since its start, which is of no use here.
	const isTimed = events.every(
		({time}) => typeof time === 'number' && Math.abs(time * 1000 - origin) < 86_400_000,
	);
	if (events.length === 0 || !isTimed) {
		return null;
	}

	return events.map(message => {
		const name = stringAt(message, 'eventName');
		const id = stringAt(message, 'eventId');
		const sse = {event: name === '' || name === 'message' ? null : name, data: stringAt(message, 'data')};
		return {at: Number(message.time) * 1000, chunk: 0, sse: id === '' ? sse : {...sse, id}};
	});
}

function headersOf(list: Json | undefined): HeaderList {
	return Array.isArray(list)
		? list.filter(isObject).map(header => [stringAt(header, 'name'), stringAt(header, 'value')] as const)
		: [];
}

/** `ssl` is part of `connect`; −1 means that a phase did not happen. */
function timesOf(entry: JsonObject): CapturedTimes {
	const timings = objectAt(entry, 'timings');
	const time = (name: string) => Math.max(0, Number(timings[name] ?? 0)) || 0;
	const request = startOf(entry) || 0;
	const response =
		request + ['blocked', 'dns', 'connect', 'send', 'wait'].reduce((sum, name) => sum + time(name), 0);
	return {request, response, end: response + time('receive')};
}
