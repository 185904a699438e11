/**
 * One server-sent event, verbatim. `event` is `null` if there was no `event:` line. Several `data:` lines are joined with newlines. `chunk`
 * numbers the network reads, and events that share one arrived together. Leave it out if reads are not known (a body read from a file).
 * `comment`, `retry` and `id` are those before the end of the event. `unterminated` marks the rest of a body that ended without the blank line
 * that completes an event. Clients drop it. `dataless` marks an `event:` line without any `data:` line, which clients drop as well.
 */
export type SseEvent = {
	readonly event: string | null;
	readonly data: string;
	readonly chunk?: number;
	readonly id?: string;
	readonly retry?: number;
	readonly comment?: string;
	readonly unterminated?: true;
	readonly dataless?: true;
};
