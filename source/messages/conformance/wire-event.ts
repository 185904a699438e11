/**
 * One server-sent event as it came over the wire: what a parser makes of it, before any JSON is read.
 * `event` is `null` where there was no `event:` line. `chunk` numbers the network reads; leave it out where they are not known
 * (a body read from a file), for events that share one are taken as having arrived together.
 * `unterminated` marks the rest of a body that ended without the blank line which completes an event.
 */
export type WireEvent = {
	readonly event: string | null;
	readonly data: string;
	readonly chunk?: number;
	readonly id?: string;
	readonly retry?: number;
	readonly comment?: string;
	readonly unterminated?: true;
};

/** What is known of the response; `null` where it was not recorded. */
export type ResponseFacts = {
	readonly status: number | null;
	readonly contentType: string | null;
};

/** How the body ended: it was read to its end, the connection broke, or the reader stopped it; `open` where it may not have ended. */
export type StreamEnding = 'end' | 'error' | 'aborted' | 'open';
