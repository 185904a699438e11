import {isEventStream} from '../wire/is-event-stream.js';
import {isObject, parseJson, stringAt} from '../wire/json.js';
import type {BodyEvent, RequestEvent, ResponseEvent} from './trace-event.js';

/** An attempt that brought no event. `null` where the part did not come. */
export type EventlessAttempt = {
	readonly request: RequestEvent | null;
	readonly response: ResponseEvent | null;
	readonly body: BodyEvent | null;
};

/**
 * Whether an answer without events should have been a stream: it says that it is one, or it is no error and one was asked for. What was asked
 * for is not known of every capture: then any answer to a message request should, unless it is a message in one piece.
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
		// A capture that does not tell the status. JSON may well be an error; a browser that got no answer has a 0 as well.
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
