import {dialectOf, foreignStream, isMessagesEvent} from '../../messages/dialect.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {isObject, type Json, parseJson, stringAt} from '../../wire/json.js';
import {recordedUrl} from '../../wire/recorded-headers.js';
import type {SseEvent} from '../../wire/sse-event.js';
import type {Imported, UnjudgedRequest} from './imported.js';
import {exchangeEvents, type ImportedContent} from './imported-exchange.js';
import {type HeaderList, type ReadBody, readBody} from './read-body.js';
import {createSyntheticPace, syntheticResponseTime, type TimedSse} from './synthetic-pace.js';

/**
 * A request and its response, as a tool captured them. What it does not tell is `null`, a status 0. Times are milliseconds since any origin.
 * `body` may be a list of its events, with or without times, and is `null` if it was not saved; `missing` says why, as a completion of "not judged: …". `isCut` is true if the capture ends inside it.
 */
export type CapturedExchange = {
	readonly method: string | null;
	readonly url: string | null;
	readonly requestBody: Json | null;
	readonly status: number;
	readonly headers: HeaderList;
	readonly body: Uint8Array | string | readonly TimedSse[] | readonly SseEvent[] | null;
	readonly missing?: string;
	readonly isCut?: boolean;
	readonly times: CapturedTimes | null;
};

/** When the request was sent, when the response began, and when its body was complete, if that is known. */
export type CapturedTimes = {
	readonly request: number;
	readonly response: number;
	readonly end: number | null;
};

type Told = Pick<Imported, 'notes' | 'startedAt' | 'skipped'>;

/**
 * Imports exchanges from any tool. Requests that are not message requests, and those whose answers were not saved, are listed and not judged.
 * Times of events are made up unless the tool has them; they are spread over the time in which the body arrived.
 */
export async function importExchanges(
	captured: readonly CapturedExchange[],
	told: Partial<Told> = {},
): Promise<Imported> {
	const starts = captured.flatMap(({times}) => (times === null ? [] : [times.request]));
	const origin = starts.reduce((first, start) => Math.min(first, start), starts[0] ?? 0);
	const events: TraceEvent[][] = [];
	const unjudged: UnjudgedRequest[] = [];
	const taken = new Set<string>();
	let isCut = false;
	let isTimed = true;
	let text = '';
	for (const exchange of captured) {
		const read = await readCaptured(exchange);
		const reason = reasonNotToJudge(exchange, read);
		if (reason !== null || read?.kind === 'unreadable') {
			unjudged.push(unjudgedRequest(exchange, reason ?? ''));
			continue;
		}

		text = events.length === 0 && read?.kind === 'stream' ? read.text : text;
		for (const what of read?.taken ?? []) {
			taken.add(what);
		}

		isTimed &&= isTimedBody(exchange.body);
		isCut ||= read?.isCut === true || exchange.isCut === true;
		events.push([...eventsOf(exchange, read, events.length + 1, origin)]);
	}

	const isNothing = events.length === 0;
	return {
		// Exchanges may overlap, but a trace is in order of time.
		events: events.flat().toSorted((a, b) => a.at - b.at),
		pacing: isTimed && !isNothing ? 'recorded' : 'synthetic',
		skipped: [],
		...told,
		notes: [...(told.notes ?? []), ...(taken.size === 0 ? [] : [takenNote(taken)])],
		unjudged,
		body: text,
		...(isNothing ? {refusal: refusalOf(unjudged)} : {}),
		...(isCut ? {loss: 'The capture ends before the body does.'} : {}),
	};
}

async function readCaptured({body, headers}: CapturedExchange): Promise<ReadBody | null> {
	if (body === null || isTimedBody(body)) {
		return null;
	}

	return isEventList(body)
		? {kind: 'stream', events: body, text: '', taken: [], isCut: false}
		: readBody(body, headers);
}

function isTimedBody(body: CapturedExchange['body']): body is readonly TimedSse[] {
	return Array.isArray(body) && body.length > 0 && 'sse' in body[0];
}

function isEventList(body: Exclude<CapturedExchange['body'], null>): body is readonly SseEvent[] {
	return Array.isArray(body);
}

function takenNote(taken: ReadonlySet<string>): string {
	return `Taken off the body: ${[...taken].join(', ')}.`;
}

function refusalOf(unjudged: readonly UnjudgedRequest[]): string {
	const [first] = unjudged;
	const reasons = new Set(unjudged.map(({reason}) => reason));
	const why = reasons.size === 1 ? first?.reason : 'no request in it can be judged';
	return first === undefined ? 'It has no message requests.' : `There is nothing to judge: ${why}.`;
}

function unjudgedRequest({method, url, status}: CapturedExchange, reason: string): UnjudgedRequest {
	return {method: method ?? '', url: recordedUrl(url ?? ''), status, reason};
}

/** A path at which the Messages API answers. Its other paths, such as that for counting tokens, are longer. */
const messagesPath = /\/messages\/?(?:\?|$)/;

/** Why an exchange is not judged, or `null`. */
function reasonNotToJudge(exchange: CapturedExchange, read: ReadBody | null): string | null {
	const {method, url, status, body, missing} = exchange;
	const other = notAPost(method);
	if (other !== null) {
		return other;
	}

	if (status >= 300 && status < 400) {
		return 'a redirect';
	}

	if (read?.kind === 'unreadable') {
		return read.reason;
	}

	const isOurs = messagesPath.test(url ?? '');
	if (url !== null && !isOurs && !isMessagesAnswer(body, read)) {
		return foreignAnswer(read) ?? 'not a message request';
	}

	if (url === null && foreignAnswer(read) !== null) {
		return foreignAnswer(read);
	}

	// An error is an answer even without its body.
	return body === null && status < 400 ? (missing ?? 'saved without its body') : null;
}

function notAPost(method: string | null): string | null {
	switch (method?.toUpperCase() ?? 'POST') {
		case 'POST': {
			return null;
		}

		case 'OPTIONS': {
			return 'a CORS preflight';
		}

		case 'CONNECT': {
			return 'the opening of a tunnel';
		}

		default: {
			return 'not a message request';
		}
	}
}

function isMessagesAnswer(body: CapturedExchange['body'], read: ReadBody | null): boolean {
	if (isTimedBody(body)) {
		return body.some(({sse}) => isMessagesEvent(sse));
	}

	switch (read?.kind) {
		case 'stream': {
			return read.events.some(isMessagesEvent);
		}

		case 'text': {
			return ['message', 'error'].includes(stringAt(parseJson(read.text), 'type'));
		}

		default: {
			return false;
		}
	}
}

/** What an answer of another API is, or `null`. */
function foreignAnswer(read: ReadBody | null): string | null {
	if (read?.kind === 'stream') {
		return foreignStream(read.events);
	}

	const value = read?.kind === 'text' ? parseJson(read.text) : undefined;
	const dialect = isObject(value) ? dialectOf(value) : null;
	return dialect === null ? null : `${dialect}, not the Messages API`;
}

function eventsOf(
	captured: CapturedExchange,
	read: ReadBody | null,
	exchange: number,
	origin: number,
): readonly TraceEvent[] {
	const {method, url, requestBody, status, headers, body, times} = captured;
	const since = (time: number) => Math.max(0, time - origin) || 0;
	const requestAt = times === null ? 0 : since(times.request);
	const responseAt = times === null ? syntheticResponseTime : Math.max(requestAt, since(times.response));
	const receive = times === null || times.end === null ? null : Math.max(0, since(times.end) - responseAt);
	const content = isTimedBody(body)
		? ({kind: 'stream', events: body.map(event => ({...event, at: since(event.at)}))} as const)
		: contentOf(read, responseAt, receive);
	const last = content?.kind === 'stream' ? content.events.at(-1)?.at : content?.at;
	return exchangeEvents({
		exchange,
		requestAt,
		request: url === null ? null : {method: method ?? 'POST', url, body: requestBody},
		responseAt,
		status,
		headers,
		content,
		endAt: receive === null ? (last ?? responseAt) : Math.max(last ?? 0, responseAt + receive),
		isCut: captured.isCut === true || (read !== null && read.kind !== 'unreadable' && read.isCut),
	});
}

/** `receive` is the time in which the body arrived, `null` if it is not known. */
function contentOf(read: ReadBody | null, at: number, receive: number | null): ImportedContent | null {
	switch (read?.kind) {
		case 'text': {
			return read.text.trim() === '' ? null : {kind: 'body', at: at + (receive ?? 0), data: read.text};
		}

		case 'stream': {
			const events = read.events.map(createSyntheticPace(0));
			const span = events.at(-1)?.at || 1;
			const scale = receive === null ? 1 : receive / span;
			return {kind: 'stream', events: events.map(event => ({...event, at: at + event.at * scale}))};
		}

		default: {
			return null;
		}
	}
}
