import {isMessagesEvent} from '../../messages/dialect.js';
import {isObject, parseJson, stringAt} from '../../wire/json.js';
import type {SseEvent} from '../../wire/sse-event.js';

/**
 * The events of a body without a single blank line, which an SSE parser takes for one event that never ends. Their names are gone but for the last,
 * so each gets that of its type. An empty list if the body is anything else.
 */
export function eventsRunTogether(events: readonly SseEvent[]): readonly SseEvent[] {
	const [only, second] = events;
	if (only?.unterminated !== true || second !== undefined) {
		return [];
	}

	const run = only.data.split('\n').map(data => ({event: typeOf(data), data}));
	return run.length > 1 && run.every(isMessagesEvent) ? run : [];
}

function typeOf(data: string): string | null {
	const value = parseJson(data);
	return isObject(value) ? stringAt(value, 'type') : null;
}
