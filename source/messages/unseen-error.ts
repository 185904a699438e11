import {isObject, objectAt, parseJson, stringAt} from '../wire/json.js';
import type {SseEvent} from '../wire/sse-event.js';
import {errorWords} from './error-words.js';

/** An error in a stream that the SDK does not see as one. `reason` says why, in a clause. */
export type UnseenError = {
	readonly kind: string;
	readonly detail: string | null;
	readonly requestId: string | null;
	readonly reason: string;
};

/**
 * The error that an event is about, if the SDK does not throw it: it does so only for the event name `error`. Gateways send errors without a
 * name, under another one, or in the form of another API.
 */
export function unseenError({event, data}: SseEvent): UnseenError | null {
	const reason = event === null ? 'its event has no event: line' : `its event is not called "error"`;
	return event === 'error' ? null : errorIn(data, reason);
}

/** The error in a body that is no stream, though its status said that all is well. */
export function unseenBodyError(body: string): UnseenError | null {
	return errorIn(body, 'the body is not an event stream');
}

function errorIn(data: string, reason: string): UnseenError | null {
	const payload = data.includes('"error"') ? parseJson(data) : undefined;
	if (!isObject(payload) || (typeof payload.error !== 'string' && !isObject(payload.error))) {
		return null;
	}

	const error = objectAt(payload, 'error');
	const code = stringAt(error, 'type') || stringAt(error, 'code');
	return {
		kind: code || 'error',
		detail: errorWords(typeof payload.error === 'string' ? payload.error : error.message),
		requestId: stringAt(payload, 'request_id') || null,
		reason,
	};
}
