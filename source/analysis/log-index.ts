import {decode} from '../messages/decode.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {kindSource} from './event-kinds.js';
import {isOfKind, summarize} from './event-summary.js';
import {firstFrom} from './first-from.js';

/** What the log shows of the trace. Without `kinds`, every kind, and without `text`, every event. */
export type LogFilter = {
	readonly kinds: ReadonlySet<string> | null;
	readonly text: string;
	/** Successive deltas of one block share a row. */
	readonly isFolded: boolean;
};

export const everything: LogFilter = {kinds: null, text: '', isFolded: false};

/**
 * A row of the log: the positions of its first and last events, and the number of UTF-16 units that a folded run of deltas has added up to the
 * last.
 */
export type LogRow = {
	readonly first: number;
	readonly last: number;
	readonly length: number;
};

/**
 * Maps events to rows. Grows with the trace, and reads each event once. Without a filter and without folding, a row *is* its position and
 * nothing is stored.
 */
export class LogIndex {
	readonly filter: LogFilter;
	readonly #rows: Array<Pick<LogRow, 'first' | 'last'>> = [];
	/** The number of UTF-16 units that the deltas before each position added, so that a run can be cut anywhere. Kept while runs are folded. */
	readonly #brought: number[] = [0];
	/** The run that the last event may belong to. */
	#run: string | null = null;
	#seen = 0;

	constructor(filter: LogFilter) {
		this.filter = filter;
	}

	get #isIdentity(): boolean {
		return !isFiltering(this.filter) && !this.filter.isFolded;
	}

	/** Adds the new events of the trace. */
	extend(events: readonly TraceEvent[]): void {
		if (this.#isIdentity) {
			this.#seen = events.length;
			return;
		}

		for (; this.#seen < events.length; this.#seen++) {
			const event = events[this.#seen];
			if (event === undefined) {
				return;
			}

			const run = this.filter.isFolded ? runKey(event) : null;
			if (this.filter.isFolded) {
				this.#brought.push((this.#brought[this.#seen] ?? 0) + (run?.length ?? 0));
			}

			if (matches(event, this.filter)) {
				this.#add(this.#seen, run !== null && run.key === this.#run);
			}

			this.#run = run?.key ?? null;
		}
	}

	/** The rows of the first `length` events. */
	count(length: number): number {
		if (this.#isIdentity) {
			return Math.min(length, this.#seen);
		}

		return this.#firstRowFrom(length);
	}

	/** The row with a number, within the first `length` events. A run that extends beyond them is cut there. */
	rowAt(row: number, length = this.#seen): LogRow | undefined {
		if (this.#isIdentity) {
			return {first: row, last: row, length: 0};
		}

		const found = this.#rows[row];
		if (found === undefined) {
			return undefined;
		}

		const {first} = found;
		const last = Math.max(first, Math.min(found.last, length - 1));
		return {first, last, length: (this.#brought[last + 1] ?? 0) - (this.#brought[first] ?? 0)};
	}

	/** The row that holds a position, or the row before it if the position is filtered out. */
	rowOf(position: number): number {
		return this.#isIdentity ? position : Math.max(0, this.#firstRowFrom(position + 1) - 1);
	}

	/** True for a position that passes the filter. */
	holds(position: number): boolean {
		const row = this.rowAt(this.rowOf(position));
		return row !== undefined && position >= row.first && position <= row.last;
	}

	#add(position: number, isRun: boolean): void {
		const previous = this.#rows.at(-1);
		if (previous !== undefined && isRun && previous.last === position - 1) {
			this.#rows[this.#rows.length - 1] = {first: previous.first, last: position};
		} else {
			this.#rows.push({first: position, last: position});
		}
	}

	/** The number of rows that begin before `position`. */
	#firstRowFrom(position: number): number {
		return firstFrom(this.#rows.length, row => (this.#rows[row]?.first ?? position) - position);
	}
}

/** True for an event that passes the filter. Text is searched for in the event's own characters and in its row. */
function matches(event: TraceEvent, {kinds, text}: LogFilter): boolean {
	if (kinds !== null && !isOfKind(event, kinds)) {
		return false;
	}

	return text === '' || containsText(event, text);
}

/** True if the filter may hide events. */
export function isFiltering({kinds, text}: LogFilter): boolean {
	return kinds !== null || text !== '';
}

/** Writes a filter as a user types it. */
export function filterSource({kinds, text}: LogFilter): string {
	return [...(kinds ?? [])].map(kindSource).concat(text).join(' ').trim();
}

/** Searches an event for a text, ignoring case. */
export function containsText(event: TraceEvent, text: string): boolean {
	const wanted = text.toLowerCase();
	const own = event.type === 'sse' || event.type === 'body' ? event.data : '';
	const {name, detail} = summarize(event);
	return `${own}\n${name}\n${detail}`.toLowerCase().includes(wanted);
}

function runKey(event: TraceEvent): {key: string; length: number} | null {
	if (event.type !== 'sse' || event.event !== 'content_block_delta') {
		return null;
	}

	const {kind, index, piece} = decode(event);
	return kind !== 'content_block_delta' || piece === null
		? null
		: {key: `${event.exchange}/${index}/${piece.kind}`, length: piece.text.length};
}
