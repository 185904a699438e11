import type {EndEvent, TraceError} from '../trace/trace-event.js';
import {stringAt} from '../wire/json.js';

/** How a body ended: it was read to its end, its reader stopped early, or reading it failed. */
export type BodyEnding =
	| {readonly kind: 'read'}
	| {readonly kind: 'cancelled'}
	| {readonly kind: 'failed'; readonly error: unknown};

/** The result of reading a body. `isStopped`: the stream reached its `message_stop`. `error`: what the server said about a failure. */
export type ReadBody = {
	readonly isStopped: boolean;
	readonly error: {readonly kind: string; readonly detail: string | null} | null;
};

const cutHint = 'The server, or a proxy in front of it, may have cut it off.';

/** What is reported about the end of an exchange, besides its place. */
export type ExchangeEnding = Pick<EndEvent, 'outcome' | 'error' | 'message'>;

export type AnswerEnding = {
	readonly status: number;
	readonly isOk: boolean;
	/** Whether a stream was requested. */
	readonly isStream: boolean;
	readonly ending: BodyEnding;
	readonly body: ReadBody;
};

/** The ending of an exchange that only the tap sees. How the SDK handled it is unknown. */
export function answerEnding({status, isOk, isStream, ending, body}: AnswerEnding): ExchangeEnding {
	if (isOk && (isStream ? body.isStopped : ending.kind === 'read' && body.error === null)) {
		return {outcome: 'complete', error: null, message: null};
	}

	if (body.error !== null || !isOk) {
		const title = isOk ? 'The stream reported an error' : `The server answered with status ${status}`;
		const {kind, detail} = body.error ?? {kind: `status_${status}`, detail: null};
		return failed({kind, title, detail, hint: 'The event log shows what the server sent.'});
	}

	switch (ending.kind) {
		case 'cancelled': {
			return aborted;
		}

		case 'failed': {
			return failed({
				kind: 'connection_lost',
				title: 'The connection was lost',
				detail: causeOf(ending.error),
				hint: cutHint,
			});
		}

		case 'read': {
			return failed({
				kind: 'ended_early',
				title: 'The stream ended before its message did',
				detail: null,
				hint: cutHint,
			});
		}
	}
}

/** The ending of an exchange without a response: the program cancelled it, or the connection failed. */
export function requestEnding(error: unknown, isAborted: boolean): ExchangeEnding {
	if (isAborted) {
		return aborted;
	}

	const code = stringAt(error instanceof Error ? error.cause : null, 'code') || stringAt(error, 'code');
	return failed({
		kind: code || 'connection',
		title: code === 'ECONNREFUSED' ? 'The connection was refused' : 'Cannot reach the server',
		detail: causeOf(error),
		hint: 'Check the network and the address.',
	});
}

const aborted: ExchangeEnding = {outcome: 'aborted', error: null, message: null};

function failed(error: TraceError): ExchangeEnding {
	return {outcome: 'failed', error, message: null};
}

/** `fetch` itself says only that it failed. The cause says why. */
function causeOf(error: unknown): string {
	const cause = error instanceof Error && error.cause instanceof Error ? error.cause : null;
	return cause === null ? String(error) : `${String(error)}: ${cause.message || String(cause)}`;
}
