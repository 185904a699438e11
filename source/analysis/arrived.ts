import {decode, type WireEvent} from '../messages/decode.js';
import type {TraceEvent} from '../trace/trace-event.js';

/** What a server-sent event says. `null` for anything else, and for an event that was cut off, because clients do not see it. */
export function arrived(event: TraceEvent | undefined): WireEvent | null {
	return event?.type === 'sse' && !event.unterminated ? decode(event) : null;
}
