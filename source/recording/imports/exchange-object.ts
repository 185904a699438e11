import {
	isObject,
	type Json,
	type JsonObject,
	objectAt,
	parseJson,
	printJson,
	stringAt,
} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';
import {urlOf} from './http-messages.js';
import type {CapturedExchange, CapturedTimes} from './import-exchanges.js';
import type {HeaderList} from './read-body.js';

/** Reads an object that holds a request and its response, in the shapes of the known tools. `null` if it is none. */
export function exchangeOfObject(value: JsonObject): CapturedExchange | null {
	if (!isObject(value.request) || !('response' in value)) {
		return null;
	}

	const {request} = value;
	const response = isObject(value.response) ? value.response : null;
	const requestBody = jsonOf(request.body);
	const headers = headersOf(response?.headers);
	const address = stringAt(request, 'url') || stringAt(request, 'uri') || stringAt(request, 'path');
	if (address === '') {
		return null;
	}

	return {
		method: stringAt(request, 'method') || 'POST',
		url: withBase(address, stringAt(value, 'upstream_base_url'), headersOf(request.headers)),
		requestBody,
		status: statusOf(response),
		headers,
		times: timesOf(value, request, response),
		...bodyOf(response, isObject(requestBody) && requestBody.stream === true),
	};
}

function withBase(address: string, base: string, headers: HeaderList): string {
	return base !== '' && address.startsWith('/')
		? `${base.replace(/\/$/, '')}${address}`
		: urlOf(address, headers);
}

function statusOf(response: JsonObject | null): number {
	const status = response?.status ?? response?.status_code ?? response?.statusCode;
	const code = isObject(status) ? status.code : status;
	return typeof code === 'number' ? code : 0;
}

/** Headers as an object, whose values may be lists, or as a list of pairs. */
function headersOf(headers: Json | undefined): HeaderList {
	if (Array.isArray(headers)) {
		return headers.flatMap(header =>
			isObject(header) ? [[stringAt(header, 'name'), stringAt(header, 'value')] as const] : [],
		);
	}

	return isObject(headers)
		? Object.entries(headers).map(
				([name, value]) => [name, String(Array.isArray(value) ? value[0] : value)] as const,
			)
		: [];
}

/** A request's body may be JSON, or its text. */
function jsonOf(body: Json | undefined): Json | null {
	const text = isObject(body) && typeof body.string === 'string' ? body.string : body;
	return (typeof text === 'string' ? parseJson(text) : text) ?? null;
}

const rebuilt = 'saved as the message that its stream built, without the stream';

function bodyOf(response: JsonObject | null, isStream: boolean): Pick<CapturedExchange, 'body' | 'missing'> {
	if (response === null) {
		return {body: null, missing: 'saved without a response'};
	}

	const events = [response.sse_events, response.events].find(list => Array.isArray(list) && list.length > 0);
	if (Array.isArray(events)) {
		return {body: events.filter(isObject).map(eventOfObject)};
	}

	const body = response.body_raw ?? response.body ?? response.text ?? response.content;
	const inner = isObject(body) ? (body.string ?? body.base64_string ?? body.text ?? body) : body;
	const bytes = bytesOf(inner);
	if (typeof inner === 'string' || bytes !== null) {
		return {body: bytes ?? String(inner)};
	}

	if (isObject(inner) && inner.type === 'message' && isStream) {
		return {body: null, missing: rebuilt};
	}

	return isObject(inner) && Object.keys(inner).length > 0 ? {body: printJson(inner)} : {body: null};
}

/** A binary value of YAML, which stands where JSON has a string, or the JSON of a buffer in Node. */
function bytesOf(value: unknown): Uint8Array | null {
	if (value instanceof Uint8Array) {
		return value;
	}

	return isObject(value) && value.type === 'Buffer' && Array.isArray(value.data)
		? Uint8Array.from(value.data.filter(byte => typeof byte === 'number'))
		: null;
}

/** Splits `{"event": …, "data": …}`. Anything else is the data itself, and its type is the name. */
export function eventOfObject(value: JsonObject): SseEvent {
	if ((typeof value.event === 'string' || value.event === null) && value.data !== undefined) {
		const data = typeof value.data === 'string' ? value.data : printJson(value.data);
		return {event: value.event, data};
	}

	return {event: stringAt(value, 'type') || null, data: printJson(value)};
}

function timesOf(value: JsonObject, request: JsonObject, response: JsonObject | null): CapturedTimes | null {
	const start = timeOf(request.timestamp ?? request.startTime ?? value.timestamp ?? value.recorded_at);
	if (start === null) {
		return null;
	}

	const duration = value.duration_ms;
	const isWhole = typeof duration === 'number' && timeOf(request.timestamp) === null;
	// claude-tap notes the time when the exchange was complete.
	const sent = isWhole ? start - duration : start;
	const received = timeOf(response?.timestamp);
	return {request: sent, response: received ?? sent, end: isWhole ? start : null};
}

/** Seconds, milliseconds or a date, in milliseconds. */
function timeOf(value: Json | undefined): number | null {
	if (typeof value === 'number') {
		return value < 1e11 ? value * 1000 : value;
	}

	const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
	return Number.isNaN(time) ? null : time;
}

/** True for an object that is a request and its response. */
export function isExchangeObject(value: JsonObject): boolean {
	const request = objectAt(value, 'request');
	return 'response' in value && ('url' in request || 'uri' in request || 'path' in request);
}
