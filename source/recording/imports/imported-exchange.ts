import {decode} from '../../messages/decode.js';
import {errorWords} from '../../messages/error-words.js';
import {unseenError} from '../../messages/unseen-error.js';
import type {TraceError, TraceEvent} from '../../trace/trace-event.js';
import {isObject, objectAt, parseJson, stringAt} from '../../wire/json.js';
import {recordedHeaders, recordedUrl} from '../../wire/recorded-headers.js';
import type {SseEvent} from '../../wire/sse-event.js';
import {withoutTokens} from '../../wire/without-tokens.js';
import {roundAt} from '../recording-format.js';
import type {TimedSse} from './synthetic-pace.js';

/** What a capture has of an exchange. A missing request is `null`, a missing status 0. Times are milliseconds since the capture began. */
export type ImportedExchange = {
	readonly exchange: number;
	readonly requestAt: number;
	readonly request: {readonly method: string; readonly url: string; readonly body: unknown} | null;
	readonly responseAt: number;
	readonly status: number;
	readonly headers: Iterable<readonly [string, string]>;
	readonly content: ImportedContent | null;
	readonly endAt: number;
	/** Whether the capture ends inside the exchange, so that it is not known how it ended. */
	readonly isCut?: boolean;
};

export type ImportedContent =
	| {readonly kind: 'stream'; readonly events: readonly TimedSse[]}
	| {readonly kind: 'body'; readonly at: number; readonly data: string};

/**
 * The events of an exchange that was captured elsewhere. Its end is inferred from the events. How the SDK handled it is unknown, so
 * `message` is `null`.
 */
export function exchangeEvents(imported: ImportedExchange): readonly TraceEvent[] {
	const {exchange, requestAt, responseAt, status, headers, content, endAt} = imported;
	const place = {exchange, attempt: 1};
	const request = imported.request ?? {method: 'POST', url: unknownUrl(content), body: null};
	const url = imported.request === null ? request.url : recordedUrl(request.url);
	const ending = inferEnding(
		content?.kind === 'stream' ? {kind: 'stream', events: content.events.map(({sse}) => sse)} : content,
		status,
	);
	const isOpen = imported.isCut === true && ending.error?.kind === endedEarly.kind;
	const end: TraceEvent = {type: 'end', at: endAt, exchange, ...ending, message: null};
	const events: readonly TraceEvent[] = [
		{
			type: 'request',
			at: requestAt,
			...place,
			method: request.method,
			url,
			body: withoutSecrets(request.body),
		},
		{type: 'response', at: responseAt, ...place, status, headers: recordedHeaders(headers)},
		...contentEvents(content, place),
		...(isOpen ? [] : [end]),
	];
	return events.map(event => ({...event, at: roundAt(event.at)}));
}

function withoutSecrets(body: unknown): unknown {
	return body === null ? null : parseJson(JSON.stringify(body, withoutTokens));
}

function contentEvents(
	content: ImportedContent | null,
	place: {exchange: number; attempt: number},
): readonly TraceEvent[] {
	switch (content?.kind) {
		case 'stream': {
			return content.events.map(({at, chunk, sse}) => ({type: 'sse', at, ...place, chunk, ...sse}));
		}

		case 'body': {
			return [{type: 'body', at: content.at, ...place, data: content.data}];
		}

		default: {
			return [];
		}
	}
}

/** Without a request, the address is unknown. Blocks that only the beta endpoint has show that it was used. */
function unknownUrl(content: ImportedContent | null): string {
	const isBeta =
		content?.kind === 'stream' &&
		content.events.some(({sse}) => {
			const event = decode(sse);
			return event.kind === 'content_block_start' && event.known.isBeta;
		});
	return `capture:/v1/messages${isBeta ? '?beta=true' : ''}`;
}

type Ending = {
	readonly outcome: 'complete' | 'failed';
	readonly error: TraceError | null;
};

/** How an exchange ended, as far as its content tells. `content` is `null` if nothing came. */
export function inferEnding(
	content:
		| Extract<ImportedContent, {kind: 'body'}>
		| {readonly kind: 'stream'; readonly events: readonly SseEvent[]}
		| null,
	status: number,
): Ending {
	if (content?.kind === 'body') {
		const value = parseJson(content.data);
		return isObject(value) && value.type === 'message' && status < 400
			? {outcome: 'complete', error: null}
			: {
					outcome: 'failed',
					error: serverError(
						value,
						status === 0 ? 'The server answered with an error' : `The server answered with status ${status}`,
					),
				};
	}

	const events = content?.events.filter(({unterminated}) => !unterminated) ?? [];
	const error = events.find(({event}) => event === 'error');
	if (error !== undefined) {
		return {
			outcome: 'failed',
			error: serverError(decode(error).payload, 'The stream reported an error'),
		};
	}

	return events.some(event => decode(event).kind === 'message_stop')
		? {outcome: 'complete', error: null}
		: {outcome: 'failed', error: unseenIn(events) ?? endedEarly};
}

/** The server's own words, if they stand where the SDK does not look for them. */
function unseenIn(events: readonly SseEvent[]): TraceError | null {
	const unseen = events.map(unseenError).find(error => error !== null);
	return unseen === undefined
		? null
		: {
				kind: unseen.kind,
				title: 'The stream reported an error',
				detail: unseen.detail,
				hint: `The SDK could not see this error, because ${unseen.reason}.`,
				...(unseen.requestId === null ? {} : {requestId: unseen.requestId}),
			};
}

const endedEarly: TraceError = {
	kind: 'ended_early',
	title: 'The stream ended before its message did',
	detail: null,
	hint: 'A proxy may have cut it off, or the capture was stopped.',
};

function serverError(value: unknown, title: string): TraceError {
	const error = objectAt(value, 'error');
	const requestId = stringAt(value, 'request_id');
	return {
		kind: stringAt(error, 'type') || 'unknown',
		title,
		detail: errorWords(error.message),
		hint: 'The event log shows what the server sent.',
		...(requestId === '' ? {} : {requestId}),
	};
}
