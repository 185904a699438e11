import {type UnseenError, unseenBodyError, unseenError} from '../messages/unseen-error.js';
import type {TraceError, TraceEvent} from '../trace/trace-event.js';
import {isGzipAsText} from '../wire/gzip-as-text.js';
import {apiErrorWords} from './describe-error.js';

/** What an exchange brought over the wire, as far as it explains an error that the SDK alone cannot explain. */
export type WireFacts = {
	see(event: TraceEvent): void;
	/** The same error, with what was seen. */
	explain(error: TraceError): TraceError;
};

type Seen = {
	readonly events: number;
	readonly nameless: number;
	readonly unseen: UnseenError | null;
	readonly isGzip: boolean;
	readonly hasBody: boolean;
};

const nothing: Seen = {events: 0, nameless: 0, unseen: null, isGzip: false, hasBody: false};

/** Errors whose cause is elsewhere: the SDK or the runtime said all there is to say. */
const explained: ReadonlySet<string> = new Set(['aborted', 'timeout', 'connection_lost', 'too_long']);

export function createWireFacts(): WireFacts {
	let seen = nothing;
	return {
		see(event) {
			seen = afterEvent(seen, event);
		},
		explain: error =>
			error.status !== undefined || explained.has(error.kind) ? error : explainWith(seen, error),
	};
}

function afterEvent(seen: Seen, event: TraceEvent): Seen {
	switch (event.type) {
		case 'request': {
			return nothing;
		}

		case 'sse': {
			const isEvent = event.event !== null || event.data !== '';
			return {
				...seen,
				events: seen.events + (isEvent ? 1 : 0),
				nameless: seen.nameless + (event.event === null && isEvent ? 1 : 0),
				unseen: seen.unseen ?? unseenError(event),
			};
		}

		case 'body': {
			return {
				...seen,
				hasBody: true,
				isGzip: isGzipAsText(event.data),
				unseen: seen.unseen ?? unseenBodyError(event.data),
			};
		}

		default: {
			return seen;
		}
	}
}

function explainWith({events, nameless, unseen, isGzip, hasBody}: Seen, error: TraceError): TraceError {
	if (unseen !== null) {
		const {kind, detail, requestId, reason} = unseen;
		return {
			kind,
			title: apiErrorWords(kind)?.title ?? 'The stream reported an error',
			detail,
			hint: `The SDK could not see this error, because ${reason}.`,
			...(requestId === null ? {} : {requestId}),
		};
	}

	if (isGzip) {
		return {
			...error,
			title: 'The answer looks like gzip decoded as text',
			hint: 'Something on the way, such as a proxy, must decompress the answer or pass it on unchanged.',
		};
	}

	if (error.kind === 'ended_early' && nameless > 0) {
		const all = nameless === events;
		const which = all ? 'No event has' : `${nameless} of ${events} events have no`;
		const skipped = all && events > 1 ? `all ${events}` : nameless === 1 ? 'it' : 'them';
		return {...error, hint: `${which} ${all ? 'an ' : ''}event: line, so the SDK skipped ${skipped}.`};
	}

	if (events > 0 || (error.kind !== 'ended_early' && error.kind !== 'malformed')) {
		return error;
	}

	const hint = hasBody
		? 'The body is not an event stream. The event log shows it.'
		: 'The body was empty. The event log shows the response.';
	return {...error, hint: `${hint} /retry asks again.`};
}
