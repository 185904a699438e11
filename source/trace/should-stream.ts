import {isEventStream} from '../wire/is-event-stream.js';
import {isObject, parseJson, stringAt} from '../wire/json.js';
import type {BodyEvent, RequestEvent, ResponseEvent} from './trace-event.js';

/** An attempt without events. `null` means that the part did not arrive. */
export type EventlessAttempt = {
	readonly request: RequestEvent | null;
	readonly response: ResponseEvent | null;
	readonly body: BodyEvent | null;
};

/**
 * Whether an answer without events should have been a stream: it claims to be one, or it is not an error and a stream was requested. Not every
 * capture tells what was requested. In that case any answer to a message request should, unless it is a complete message.
 */
export function shouldStream({request, response, body}: EventlessAttempt): boolean {
	if (response === null) {
		return false;
	}

	const {status, headers} = response;
	if (isEventStream(headers['content-type'] ?? null)) {
		return true;
	}

	if (request === null || status >= 400) {
		return false;
	}

	if (status === 0) {
		// The capture does not include the status. JSON may well be an error. A browser that got no answer also reports 0.
		return request.url.startsWith('capture:') && !isObject(parseJson(body?.data ?? ''));
	}

	if (asksForStream(request) || (isObject(request.body) && body !== null)) {
		return asksForStream(request);
	}

	const isWhole = body !== null && stringAt(parseJson(body.data), 'type') === 'message';
	return request.method === 'POST' && /\/messages\/?(\?|$)/.test(request.url) && !isWhole;
}

export function asksForStream(request: RequestEvent | null): boolean {
	return isObject(request?.body) && request.body.stream === true;
}
