import {firstFrom} from './first-from.js';

/** What a line of the log is: an event's row, by its number, or the separator before the row that begins an exchange. */
export type LinePlace = {readonly row: number; readonly isSeparator: boolean};

/** The rows of the log that begin an exchange, except the first one: a separator stands before each. Every question costs the same in a long log. */
export class ExchangeStarts {
	readonly #rows: number[] = [];
	readonly #exchanges: number[] = [];
	readonly #seen = new Set<number>();
	#last: number | null = null;

	/** Takes the next row, of an event of this exchange. */
	add(row: number, exchange: number): void {
		if (exchange === this.#last) {
			return;
		}

		this.#last = exchange;
		if (!this.#seen.has(exchange)) {
			this.#seen.add(exchange);
			this.#rows.push(row);
			this.#exchanges.push(exchange);
		}
	}

	/** Forgets the rows from `row` on. */
	cut(row: number): void {
		const kept = firstFrom(this.#rows.length, index => (this.#rows[index] ?? row) - row);
		for (const exchange of this.#exchanges.splice(kept)) {
			this.#seen.delete(exchange);
		}

		this.#rows.length = kept;
		this.#last = null;
	}

	/** The number of separators above the row `row`, with its own. */
	above(row: number): number {
		return Math.max(0, this.#startsBefore(row + 1) - 1);
	}

	/** What is on a line. */
	at(line: number): LinePlace {
		// The first start has no separator, so that of start k is on the line that is k − 1 below its row.
		const starts = firstFrom(this.#rows.length, index => this.#lineOf(index) - line - 1);
		const isSeparator = starts > 1 && this.#lineOf(starts - 1) === line;
		return isSeparator
			? {row: this.#rows[starts - 1] ?? 0, isSeparator}
			: {row: line - Math.max(0, starts - 1), isSeparator};
	}

	/** The exchange that a row begins. */
	exchangeOf(row: number): number {
		return this.#exchanges[this.#startsBefore(row + 1) - 1] ?? 0;
	}

	#lineOf(index: number): number {
		return (this.#rows[index] ?? 0) + Math.max(0, index - 1);
	}

	#startsBefore(row: number): number {
		return firstFrom(this.#rows.length, index => (this.#rows[index] ?? row) - row);
	}
}
