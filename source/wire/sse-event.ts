/**
 * One server-sent event, verbatim. `event` is `null` when there was no `event:` line; several `data:` lines are joined with newlines.
 * `chunk` numbers the network reads; leave it out where they are not known (a body read from a file), for events that share one are taken
 * as having arrived together. `comment`, `retry` and `id` are those that stood before the end of the event. `unterminated` marks what was
 * left of a body that ended without the blank line which completes an event: clients drop it.
 */
export type SseEvent = {
	readonly event: string | null;
	readonly data: string;
	readonly chunk?: number;
	readonly id?: string;
	readonly retry?: number;
	readonly comment?: string;
	readonly unterminated?: true;
};
