import {isGzipAsText} from '../../../wire/gzip-as-text.js';
import {isEventStream} from '../../../wire/is-event-stream.js';
import type {SseEvent} from '../../../wire/sse-event.js';
import {type ConformanceState, type ReadsSeen, report, reportOnce} from '../conformance-state.js';
import {quote} from '../quote.js';
import {transportRules} from '../rules/transport-rules.js';

/** Checks how an event arrived: in which read, with which other fields, and whether complete. */
export function checkArrival(state: ConformanceState, event: SseEvent, position: number): ConformanceState {
	const begun = state.lastPosition === null ? checkResponse(state) : state;
	const arrived = {...begun, lastPosition: position, reads: joinRead(state.reads, event.chunk)};
	const noted = noteExtras(arrived, event, position);
	return event.unterminated ? {...noted, cutOffAt: position} : noted;
}

/** Events have arrived, so the response is a stream. */
function checkResponse(state: ConformanceState): ConformanceState {
	const status = state.response?.status ?? null;
	const checked = isSuccess(status)
		? state
		: report(state, transportRules.responseStatus, null, `events arrived with status ${status}`);
	return checkContentType(checked);
}

/** No event has arrived. A response with an error status is not expected to be a stream unless it claims to be one. */
export function checkNoEvents(state: ConformanceState): ConformanceState {
	const {status = null, contentType = null} = state.response ?? {};
	const isError = status !== null && status >= 400;
	if (isError && !isEventStream(contentType)) {
		return state;
	}

	const message = `status ${status} is valid for neither a stream nor an error`;
	const checked =
		isError || isSuccess(status) ? state : report(state, transportRules.responseStatus, null, message);
	const typed = checkContentType(checked);
	return isGzipAsText(state.response?.body ?? '')
		? report(typed, transportRules.gzipAsText, null, 'the body looks like gzip decoded as text')
		: report(typed, transportRules.emptyBody, null, 'the body has no event');
}

function isSuccess(status: number | null): boolean {
	return status === null || (status >= 200 && status < 300);
}

function checkContentType(state: ConformanceState): ConformanceState {
	const contentType = state.response?.contentType ?? null;
	return contentType === null || isEventStream(contentType)
		? state
		: report(state, transportRules.contentType, null, `the content type is ${quote(contentType)}`);
}

/** The event contains content, and so does its read. */
export function joinContentRead(state: ConformanceState, {chunk}: SseEvent): ConformanceState {
	const contentReads = joinRead(state.contentReads, chunk);
	return contentReads === state.contentReads ? state : {...state, contentReads};
}

function joinRead(reads: ReadsSeen, chunk: number | undefined): ReadsSeen {
	if (chunk === undefined || reads === 'unknown') {
		return 'unknown';
	}

	return reads === 'none' || reads === chunk ? chunk : 'several';
}

function noteExtras(state: ConformanceState, event: SseEvent, position: number): ConformanceState {
	const extras = [
		['a comment', event.comment],
		['a retry: field', event.retry],
		['an id: field', event.id],
	] as const;
	let noted = state;
	for (const [what, value] of extras) {
		if (value !== undefined) {
			noted = reportOnce(noted, transportRules.sseExtras, what, position, `${what}: ${quote(value)}`);
		}
	}

	return noted;
}
