import type {JsonRows, RowSpan} from '../../text/json-tree/json-rows.js';
import type {Row} from '../../text/segment.js';

/** A row. If it can be folded, it has the JSON path of its value. If it is about events, Enter goes to them, one after another. */
export type SourceRow = {
	readonly row: Row;
	readonly events?: readonly number[];
	readonly fold?: {readonly path: string; readonly isFoldable: boolean; readonly isFolded: boolean};
};

/** Rows that are made when they become visible. */
export type RowSource = {
	readonly count: number;
	/** Whether rows can be selected, because some of them can be folded or are about events. */
	readonly isFoldable: boolean;
	/** The rows to show first, if these are not the top ones. */
	readonly seen?: RowSpan;
	slice(from: number, to: number): readonly SourceRow[];
};

export function fixedRows(rows: readonly Row[]): RowSource {
	return {
		count: rows.length,
		isFoldable: false,
		slice: (from, to) => rows.slice(from, to).map(row => ({row})),
	};
}

/** Rows of which some are about events. */
export function eventRows(rows: readonly SourceRow[]): RowSource {
	return {count: rows.length, isFoldable: true, slice: (from, to) => rows.slice(from, to)};
}

export function jsonSource(rows: JsonRows): RowSource {
	const seen = rows.highlightedRows();
	return {
		count: rows.count,
		isFoldable: true,
		...(seen === null ? {} : {seen}),
		slice: (from, to) => rows.slice(from, to).map(({segments, ...fold}) => ({row: segments, fold})),
	};
}

/** Joins sources one below another. */
export function stacked(...sources: readonly RowSource[]): RowSource {
	const seen = seenOf(sources);
	return {
		...(seen === null ? {} : {seen}),
		isFoldable: sources.some(({isFoldable}) => isFoldable),
		count: sources.reduce((sum, {count}) => sum + count, 0),
		slice(from, to) {
			const rows: SourceRow[] = [];
			let offset = 0;
			for (const source of sources) {
				if (offset + source.count > from && offset < to) {
					rows.push(...source.slice(Math.max(0, from - offset), Math.min(source.count, to - offset)));
				}

				offset += source.count;
			}

			return rows;
		},
	};
}

function seenOf(sources: readonly RowSource[]): RowSpan | null {
	let offset = 0;
	for (const {seen, count} of sources) {
		if (seen !== undefined) {
			return {first: offset + seen.first, last: offset + seen.last};
		}

		offset += count;
	}

	return null;
}
