import type {ReadCut} from '../wire/read-cuts.js';

/**
 * Something that happened on the wire. These values are also the lines of a recording, so every field is plain JSON.
 *
 * `at` is milliseconds since the recording began, on a monotonic clock. `exchange` counts from 1: one prompt and its answer. `attempt` counts
 * from 1: the SDK retries within one exchange.
 */
export type TraceEvent = RequestEvent | ResponseEvent | SseTraceEvent | BodyEvent | AlteredEvent | EndEvent;

type TraceEventBase = {
	readonly at: number;
	readonly exchange: number;
};

/** An HTTP request that is about to be sent. `body` is the parsed request body, or `null` if there was none. */
export type RequestEvent = TraceEventBase & {
	readonly type: 'request';
	readonly attempt: number;
	readonly method: string;
	readonly url: string;
	readonly body: unknown;
	/** Allow-listed names only, in lower case: the version and the betas. Absent where they are not known. */
	readonly headers?: Readonly<Record<string, string>>;
	/** How the credential was sent, which itself is in no trace. */
	readonly auth?: 'bearer' | 'x-api-key';
};

/** Response headers have arrived. `status` is 0 if a capture does not include it. `headers` holds only allow-listed names, in lower case. */
export type ResponseEvent = TraceEventBase & {
	readonly type: 'response';
	readonly attempt: number;
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
};

/**
 * One server-sent event, verbatim. `event` is `null` if there was no `event:` line. `data` is kept unchanged, JSON or not. `chunk` numbers the
 * attempt's network reads from 1, and events from one read share it. `unterminated` marks the rest of a body that ended without the blank line
 * that completes an event, `dataless` an `event:` line without any `data:` line.
 */
export type SseTraceEvent = TraceEventBase & {
	readonly type: 'sse';
	readonly attempt: number;
	readonly chunk: number;
	readonly event: string | null;
	readonly data: string;
	readonly id?: string;
	readonly retry?: number;
	readonly comment?: string;
	readonly unterminated?: true;
	readonly dataless?: true;
	/** The number of characters cut from the end of very long data. */
	readonly omitted?: number;
	/** Where earlier reads ended inside it, if that was recorded. `chunk` is the read that completed it. */
	readonly cuts?: readonly ReadCut[];
};

/** A response that is not a stream: an error body, or the complete message of a non-streaming request. */
export type BodyEvent = TraceEventBase & {
	readonly type: 'body';
	readonly attempt: number;
	readonly data: string;
	/** The number of characters cut from the end of a very long body. */
	readonly omitted?: number;
};

/** What can be done to an event on its way to a client. */
export const alteredWays = [
	'dropped',
	'edited',
	'injected',
	'delayed',
	'held',
	'released',
	'cut',
	'undelivered',
] as const;
export type AlteredWay = (typeof alteredWays)[number];

/**
 * What a client got otherwise than the server sent it, where a proxy was told to alter the stream. `sse` lines always hold what the server sent.
 * This line stands at the time when the client got the event, or when it would have.
 *
 * `sse` is the number of the event within its attempt, from 1, and `of` its name; an injected event names the one that it stands beside.
 * `event` and `data` are
 * what the client got in its place, for `edited` and `injected`. `late` is how long it waited, in milliseconds, for `delayed` and `released`;
 * all events that arrived meanwhile waited behind it.
 */
export type AlteredEvent = TraceEventBase & {
	readonly type: 'altered';
	readonly attempt: number;
	readonly how: AlteredWay;
	readonly sse: number;
	readonly of?: string;
	readonly event?: string | null;
	readonly data?: string;
	readonly late?: number;
};

/** How the exchange ended. `message` is the result of the SDK's `finalMessage()`, or `null`. */
export type EndEvent = TraceEventBase & {
	readonly type: 'end';
	readonly outcome: 'complete' | 'aborted' | 'failed';
	readonly error: TraceError | null;
	readonly message: unknown;
};

/**
 * An error in plain words. `title` says what happened, `detail` is what the server or the runtime said, and `hint` says what to do next. `kind`
 * is the API's own error type if there is one (`rate_limit_error`), else the SDK's class or a word of ours. `retryAfter` is in seconds.
 */
export type TraceError = {
	readonly kind: string;
	readonly title: string;
	readonly detail: string | null;
	readonly hint: string;
	readonly status?: number;
	readonly requestId?: string;
	readonly retryAfter?: number;
};
