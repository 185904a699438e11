import {decode} from '../messages/decode.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {ExchangeStarts} from './exchange-starts.js';
import {asksAbout, type Filter} from './filter/filter.js';
import {eventsAlone, type FilterContext} from './filter/filter-context.js';
import {type FilterTest, filterTest} from './filter/match-filter.js';
import {firstFrom} from './first-from.js';

/** What the log shows of the trace: the events that pass, or all of them. */
export type LogFilter = {
	readonly passing: Filter | null;
	/** Successive deltas of one block share a row. */
	readonly isFolded: boolean;
};

export const everything: LogFilter = {passing: null, isFolded: false};

/**
 * A row of the log: the positions of its first and last events, and the number of UTF-16 units that a folded run of deltas has added up to the
 * last.
 */
export type LogRow = {
	readonly first: number;
	readonly last: number;
	readonly length: number;
};

/** A line of the log: a row, or with `separates` the separator before it, which names the exchange that begins there. */
export type LogLine = LogRow & {readonly separates?: number};

const changingFields = ['sdk', 'finding'] as const;

/**
 * Maps events to rows. Grows with the trace, and reads each event once. Without a filter and without folding, a row *is* its position and
 * nothing is stored.
 */
export class LogIndex {
	readonly filter: LogFilter;
	readonly #rows: Array<Pick<LogRow, 'first' | 'last'>> = [];
	/** The number of UTF-16 units that the deltas before each position added, so that a run can be cut anywhere. Kept while runs are folded. */
	readonly #brought: number[] = [0];
	readonly #starts = new ExchangeStarts();
	/** The run that the last event may belong to. */
	#run: string | null = null;
	#seen = 0;
	/** The first event about which a later one may still change the answer. Without a filter that asks so, there is none. */
	#unsettled: number | null = null;
	/** The version and the length of the trace when the unsettled events were last looked at anew. */
	#version: number | null = null;
	#length = 0;
	readonly #context: FilterContext | null;
	#known: {readonly events: readonly TraceEvent[]; readonly test: FilterTest} | null = null;

	/** Without a context, the filter knows the events alone. */
	constructor(filter: LogFilter, context: FilterContext | null = null) {
		this.filter = filter;
		this.#context = context;
	}

	get #isIdentity(): boolean {
		return this.filter.passing === null && !this.filter.isFolded;
	}

	/** The number of events that were read. */
	get seen(): number {
		return this.#seen;
	}

	/**
	 * Adds the new events of the trace. A filter over a long trace is applied in steps of `limit` events. `version` changes when something about
	 * earlier events is learned.
	 */
	extend(events: readonly TraceEvent[], limit = Number.POSITIVE_INFINITY, version = events.length): void {
		if (this.#isIdentity) {
			for (; this.#seen < events.length; this.#seen++) {
				this.#starts.add(this.#seen, events[this.#seen]?.exchange ?? 0);
			}

			return;
		}

		if (this.#version !== version && this.#seen >= this.#length) {
			this.#version = version;
			this.#length = events.length;
			this.#forgetUnsettled(events);
		}

		// Folding alone is quick.
		const stretch = this.filter.passing === null ? 40 * limit : limit;
		const until = Math.min(events.length, this.#seen + stretch);
		for (; this.#seen < until; this.#seen++) {
			const event = events[this.#seen];
			const passes = event === undefined ? 'later' : this.#passes(events, this.#seen);
			if (event === undefined || passes === 'later') {
				return;
			}

			const run = this.filter.isFolded ? runKey(event) : null;
			if (this.filter.isFolded) {
				this.#brought.push((this.#brought[this.#seen] ?? 0) + (run?.length ?? 0));
			}

			if (passes) {
				this.#add(this.#seen, {exchange: event.exchange, isRun: run !== null && run.key === this.#run});
			}

			this.#run = run?.key ?? null;
		}
	}

	#passes(events: readonly TraceEvent[], position: number): boolean | 'later' {
		const {passing} = this.filter;
		if (passing === null) {
			return true;
		}

		if (this.#known?.events !== events) {
			const context = this.#context ?? eventsAlone(events);
			this.#known = {events, test: filterTest(passing, context)};
		}

		if (this.#unsettled === null && this.#isChanging(passing, position)) {
			this.#unsettled = position;
		}

		return this.#known.test(position);
	}

	/** What the SDK did and which rules are broken may be known only later. */
	#isChanging(passing: Filter, position: number): boolean {
		return changingFields.some(
			field => asksAbout(passing, field) && this.#context?.isSettled(position, field) === false,
		);
	}

	/** Drops the rows from the first event whose answer may have changed. */
	#forgetUnsettled(events: readonly TraceEvent[]): void {
		const from = this.#unsettled;
		if (from === null) {
			return;
		}

		const kept = this.#firstRowFrom(from);
		this.#rows.length = kept;
		this.#starts.cut(kept);
		const last = this.#rows.at(-1);
		if (last !== undefined && last.last >= from) {
			this.#rows[kept - 1] = {first: last.first, last: from - 1};
		}

		this.#brought.length = Math.min(this.#brought.length, from + 1);
		const before = events[from - 1];
		this.#run = (this.filter.isFolded && before !== undefined ? runKey(before)?.key : null) ?? null;
		this.#seen = from;
		this.#unsettled = null;
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

	/** The lines of the first `length` events: their rows, and the separators between exchanges. */
	lineCount(length: number): number {
		const count = this.count(length);
		return count === 0 ? 0 : count + this.#starts.above(count - 1);
	}

	/** The line with a number. A separator holds the position of the row below it. */
	lineAt(line: number, length = this.#seen): LogLine | undefined {
		const {row, isSeparator} = this.#starts.at(line);
		const found = row < this.count(length) ? this.rowAt(row, length) : undefined;
		return found === undefined || !isSeparator
			? found
			: {first: found.first, last: found.first, length: 0, separates: this.#starts.exchangeOf(row)};
	}

	/** The line of a position's row, or of the row before it if the position is filtered out. */
	lineOf(position: number): number {
		const row = this.rowOf(position);
		return row + this.#starts.above(row);
	}

	/** True for a position that passes the filter. */
	holds(position: number): boolean {
		const row = this.rowAt(this.rowOf(position));
		return row !== undefined && position >= row.first && position <= row.last;
	}

	#add(position: number, {exchange, isRun}: {readonly exchange: number; readonly isRun: boolean}): void {
		const previous = this.#rows.at(-1);
		if (previous !== undefined && isRun && previous.last === position - 1) {
			this.#rows[this.#rows.length - 1] = {first: previous.first, last: position};
		} else {
			this.#starts.add(this.#rows.length, exchange);
			this.#rows.push({first: position, last: position});
		}
	}

	/** The number of rows that begin before `position`. */
	#firstRowFrom(position: number): number {
		return firstFrom(this.#rows.length, row => (this.#rows[row]?.first ?? position) - position);
	}
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
