import {isContent} from '../messages/vocabulary/piece.js';
import {formatMilliseconds} from '../text/format-numbers.js';
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

const survives: Pick<WatchdogReport, 'killedAt' | 'after' | 'next'> = {
	killedAt: null,
	after: null,
	next: null,
};

/** A client's rule over one growing exchange, whose last attempt counts. The wait begins with its request and ends with the message. */
export class WatchdogRun {
	readonly rule: Watchdog;
	#start: number | null = null;
	#last = 0;
	#longest = 0;
	/** The position of the last event that the client would have got. */
	#seen = 0;
	#isOver = false;
	#killed = survives;

	constructor(rule: Watchdog) {
		this.rule = rule;
	}

	/** Takes the exchange's next event. Returns true if it shows that the client has given up before. */
	add(event: TraceEvent, position: number): boolean {
		if (event.type === 'request') {
			this.#start ??= event.at;
			[this.#last, this.#longest, this.#seen] = [event.at, 0, position];
			[this.#isOver, this.#killed] = [false, survives];
			return false;
		}

		if (this.#start === null || this.#isOver) {
			return false;
		}

		const {sign, limit} = this.rule;
		const at = this.#last + limit;
		if (this.#killed.killedAt === null && event.at <= at) {
			this.#seen = position;
		}

		this.#isOver = endsMessage(event);
		if (!this.#isOver && !isSign(event, sign)) {
			return false;
		}

		const silence = event.at - this.#last;
		const isKilled = silence > limit && this.#killed.killedAt === null;
		this.#longest = Math.max(this.#longest, silence);
		this.#last = event.at;
		if (isKilled) {
			const next = isSign(event, sign) ? event.at - this.#start : null;
			this.#killed = {killedAt: at - this.#start, after: this.#seen + 1, next};
		}

		return isKilled;
	}

	/** When the client will give up, on the clock of the trace; `null` if it no longer waits, or has given up. */
	get deadline(): number | null {
		return this.#start === null || this.#isOver || this.#killed.killedAt !== null
			? null
			: this.#last + this.rule.limit;
	}

	/** `null` without a request. */
	report(): WatchdogReport | null {
		return this.#start === null ? null : {...this.rule, longest: this.#longest, ...this.#killed};
	}
}

/** Runs a client's rule over one whole exchange. */
export function watch(rule: Watchdog, placed: readonly Placed[]): WatchdogReport | null {
	const run = new WatchdogRun(rule);
	for (const {event, position} of placed) {
		run.add(event, position);
	}

	return run.report();
}

/** A rule in words: `content 90.0 s`. */
function watchdogWords({sign, limit}: Watchdog): string {
	return `${sign} ${formatMilliseconds(limit)}`;
}

/** Says that a client with this rule would not be waiting any more. */
export function givenUpWords(rule: Watchdog): string {
	return `a client that waits for ${watchdogWords(rule)} would have given up`;
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
