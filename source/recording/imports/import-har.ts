import {isObject, type Json, type JsonObject, objectAt, parseJson, stringAt} from '../../wire/json.js';
import {parseSse} from '../../wire/parse-sse.js';
import type {CaptureFormat} from './capture-format.js';
import type {Imported} from './imported.js';
import {exchangeEvents, type ImportedContent} from './imported-exchange.js';
import {createSyntheticPace} from './synthetic-pace.js';

export const harFormat: CaptureFormat = {
	name: 'har',
	title: 'a HAR file',
	shortTitle: 'HAR file',
	writers: 'Chrome, Firefox, Safari, Charles, Fiddler, Proxyman, mitmproxy, Insomnia',
	times: 'of the request, the response and the end',
	sign: ({text}) => (/^\{\s*"log"\s*:/.test(text) ? 'JSON that begins with "log"' : null),
	reader: {takes: 'text', read: importHar},
};

/**
 * Imports a HAR file, as saved by browsers and proxies. Each message request becomes an exchange. The times of request, response and end are
 * real; those of the events are made up and spread over the time in which the body arrived.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
function importHar(text: string): Imported {
	const har = parseJson(text);
	const {entries} = objectAt(har, 'log');
	const all = Array.isArray(entries) ? entries.filter(isObject) : [];
	const ours = all.filter(isMessages).sort((a, b) => startOf(a) - startOf(b));
	const origin = ours.map(startOf).find(Number.isFinite) ?? 0;
	const events = ours.flatMap((entry, index) => entryEvents(entry, index + 1, origin));
	const lost = ours.filter(entry => bodyText(entry) === '').length;
	return {
		// Entries may overlap, but a trace is in order of time.
		events: events.toSorted((a, b) => a.at - b.at),
		pacing: 'synthetic',
		skipped: [],
		notes: [
			...(har === undefined ? ['Its JSON is broken or cut off.'] : []),
			...(ours.length === 0 ? ['It has no message requests.'] : []),
			'A HAR file has no times for single events. They are spread over the time in which the body arrived.',
			...(all.length === ours.length
				? []
				: [`${all.length - ours.length} of its ${all.length} entries are not message requests.`]),
			...(lost === 0 ? [] : [`${lost} of its entries were saved without a body.`]),
		],
		...(ours.length === 0 || origin === 0 ? {} : {startedAt: new Date(origin).toISOString()}),
	};
}

/** Message requests go to a path that ends in `messages`. Relays use other paths, so their answers decide. */
function isMessages(entry: JsonObject): boolean {
	const url = stringAt(entry.request, 'url');
	const body = bodyText(entry);
	return (
		/\/messages\/?(\?|$)/.test(url) ||
		/^\s*(event|data):/.test(body) ||
		['message', 'error'].includes(stringAt(parseJson(body), 'type'))
	);
}

function startOf(entry: JsonObject): number {
	return Date.parse(stringAt(entry, 'startedDateTime'));
}

function bodyText(entry: JsonObject): string {
	const content = objectAt(entry.response, 'content');
	const text = stringAt(content, 'text');
	return content.encoding === 'base64' ? Buffer.from(text, 'base64').toString('utf8') : text;
}

function entryEvents(entry: JsonObject, exchange: number, origin: number) {
	const {request, response} = entry;
	const {before, receive} = timesOf(entry);
	const requestAt = Math.max(0, startOf(entry) - origin) || 0;
	const responseAt = requestAt + before;
	const headers = objectAt({headers: {list: isObject(response) ? response.headers : []}}, 'headers').list;
	return exchangeEvents({
		exchange,
		requestAt,
		request: {
			method: stringAt(request, 'method') || 'POST',
			url: stringAt(request, 'url'),
			body: parseJson(stringAt(objectAt(request, 'postData'), 'text')) ?? null,
		},
		responseAt,
		status: isObject(response) && typeof response.status === 'number' ? response.status : 0,
		headers: headersOf(headers),
		content: contentOf(bodyText(entry), responseAt, receive),
		endAt: responseAt + receive,
	});
}

function headersOf(list: Json | undefined): ReadonlyArray<readonly [string, string]> {
	return Array.isArray(list)
		? list.filter(isObject).map(header => [stringAt(header, 'name'), stringAt(header, 'value')] as const)
		: [];
}

/** Milliseconds until the response, and until the end of its body. `ssl` is part of `connect`; −1 means that a phase did not happen. */
function timesOf(entry: JsonObject): {before: number; receive: number} {
	const timings = objectAt(entry, 'timings');
	const time = (name: string) => Math.max(0, Number(timings[name] ?? 0)) || 0;
	const before = ['blocked', 'dns', 'connect', 'send', 'wait'].reduce((sum, name) => sum + time(name), 0);
	return {before, receive: time('receive')};
}

function contentOf(text: string, at: number, receive: number): ImportedContent | null {
	if (text === '') {
		return null;
	}

	if (/^\s*[{[<]/.test(text)) {
		return {kind: 'body', at: at + receive, data: text};
	}

	const events = parseSse(text).map(createSyntheticPace(0));
	const span = events.at(-1)?.at || 1;
	return {
		kind: 'stream',
		events: events.map(event => ({...event, at: at + (event.at / span) * receive})),
	};
}
