import {isContent} from '../messages/vocabulary/piece.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {arrived} from './arrived.js';

/** What a client waits for: any bytes, an event of any kind, a ping, or content. */
export const watchdogSigns = ['bytes', 'events', 'pings', 'content'] as const;
export type WatchdogSign = (typeof watchdogSigns)[number];

/** A rule of a client: it gives a stream up if the sign does not come for `limit` milliseconds. */
export type Watchdog = {readonly sign: WatchdogSign; readonly limit: number};

/**
 * What such a client would have done. Times are milliseconds from the request. `longest` is the longest silence. `killedAt` is when the client
 * would have given up, `null` if it would not; `after` is the number of the last event that it got before, and `next` when the sign came after
 * all.
 */
export type WatchdogReport = Watchdog & {
	readonly longest: number;
	readonly killedAt: number | null;
	readonly after: number | null;
	readonly next: number | null;
};

/** An event of one exchange, with its position in the trace. */
type Placed = {readonly event: TraceEvent; readonly position: number};

/** Runs a client's rule over one exchange, whose last attempt counts. The wait begins with its request and ends with the message. */
export function watch({sign, limit}: Watchdog, placed: readonly Placed[]): WatchdogReport | null {
	const first = placed.find(({event}) => event.type === 'request');
	const request = placed.findLast(({event}) => event.type === 'request');
	if (first === undefined || request === undefined) {
		return null;
	}

	const start = first.event.at;
	let last = request.event.at;
	let longest = 0;
	let killed: Pick<WatchdogReport, 'killedAt' | 'after' | 'next'> = {killedAt: null, after: null, next: null};
	for (const {event} of placed.slice(placed.indexOf(request) + 1)) {
		const isOver = endsMessage(event);
		if (isOver || isSign(event, sign)) {
			const silence = event.at - last;
			longest = Math.max(longest, silence);
			if (silence > limit && killed.killedAt === null) {
				const at = last + limit;
				const seen = placed.findLast(other => other.event.at <= at);
				killed = {
					killedAt: at - start,
					after: seen === undefined ? null : seen.position + 1,
					next: isSign(event, sign) ? event.at - start : null,
				};
			}

			last = event.at;
		}

		if (isOver) {
			break;
		}
	}

	return {sign, limit, longest, ...killed};
}

function endsMessage(event: TraceEvent): boolean {
	return event.type === 'end' || arrived(event)?.kind === 'message_stop' || arrived(event)?.kind === 'error';
}

function isSign(event: TraceEvent, sign: WatchdogSign): boolean {
	if (event.type !== 'sse') {
		return sign === 'bytes' && (event.type === 'response' || event.type === 'body');
	}

	const wire = arrived(event);
	switch (sign) {
		case 'bytes':
			return true;
		case 'events':
			return wire !== null;
		case 'pings':
			return wire?.kind === 'ping';
		case 'content':
			return wire !== null && isContent(wire.piece);
	}
}
