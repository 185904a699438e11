import type {SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {encodeSse} from '../wire/encode-sse.js';
import {utf8Length} from '../wire/utf8-length.js';

/** An event of a read, at its position, as it goes over the wire. `size` is its length in bytes. */
export type ReadEvent = {
	readonly position: number;
	readonly event: SseTraceEvent;
	readonly wire: string;
	readonly size: number;
};

/** The read before or after another one, by its nearest event. */
export type NextRead = {readonly read: number; readonly at: number};

/**
 * A network read, by one of its events. `events` are those that it completed, at most `maxBefore` before that event and `maxAfter` after it;
 * `count` and `bytes` are of all. Times are on the trace's clock.
 */
export type NetworkRead = {
	readonly read: number;
	readonly at: number;
	readonly events: readonly ReadEvent[];
	readonly count: number;
	readonly bytes: number;
	readonly before: NextRead | null;
	readonly after: NextRead | null;
};

/** A capture without reads has all its events in one. */
const maxBefore = 20;
const maxAfter = 30;

/** How far to look for the other events of a read among those of other exchanges, in events. */
const reach = 20_000;

/** The read that completed the event at a position; `null` for what is not an event of a stream. */
export function networkRead(events: readonly TraceEvent[], position: number): NetworkRead | null {
	const chosen = events[position];
	if (chosen?.type !== 'sse') {
		return null;
	}

	const back = walk(events, position, -1, chosen);
	const ahead = walk(events, position, 1, chosen);
	const own = [...back.positions.toReversed(), position, ...ahead.positions];
	const index = back.positions.length;
	const shown = own
		.slice(Math.max(0, index - maxBefore), index + 1 + maxAfter)
		.flatMap(at => readEvent(events, at));
	const rest = [...own.slice(0, Math.max(0, index - maxBefore)), ...own.slice(index + 1 + maxAfter)];
	return {
		read: chosen.chunk,
		at: chosen.at,
		events: shown,
		count: own.length,
		bytes: [...shown, ...rest.flatMap(at => readEvent(events, at))].reduce((sum, {size}) => sum + size, 0),
		before: back.next,
		after: ahead.next,
	};
}

/** Goes on to the next read of the same attempt, past the events of other exchanges. */
function walk(
	events: readonly TraceEvent[],
	position: number,
	by: 1 | -1,
	{exchange, attempt, chunk}: SseTraceEvent,
): {readonly positions: readonly number[]; readonly next: NextRead | null} {
	const positions: number[] = [];
	for (let at = position + by; Math.abs(at - position) <= reach; at += by) {
		const event = events[at];
		if (event === undefined) {
			break;
		}

		if (event.type !== 'sse' || event.exchange !== exchange || event.attempt !== attempt) {
			continue;
		}

		if (event.chunk !== chunk) {
			return {positions, next: {read: event.chunk, at: event.at}};
		}

		positions.push(at);
	}

	return {positions, next: null};
}

function readEvent(events: readonly TraceEvent[], position: number): readonly ReadEvent[] {
	const event = events[position];
	if (event?.type !== 'sse') {
		return [];
	}

	const wire = encodeSse(event);
	return [{position, event, wire, size: utf8Length(wire)}];
}
