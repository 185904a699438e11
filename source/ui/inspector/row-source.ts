import type {Row} from '../segment.js';
import type {JsonRows} from '../state/json-tree/json-rows.js';

/** A row that can be folded names the JSON path that it stands for. */
export type SourceRow = {
	readonly row: Row;
	readonly fold?: {readonly path: string; readonly isFoldable: boolean; readonly isFolded: boolean};
};

/** Rows that are made when they come in sight. */
export type RowSource = {
	readonly count: number;
	/** The row to be seen at first, if it is not the top one. */
	readonly firstSeen?: number;
	slice(from: number, to: number): readonly SourceRow[];
};

export function fixedRows(rows: readonly Row[]): RowSource {
	return {count: rows.length, slice: (from, to) => rows.slice(from, to).map(row => ({row}))};
}

export function jsonSource(rows: JsonRows): RowSource {
	const firstSeen = rows.litRow();
	return {
		count: rows.count,
		...(firstSeen === -1 ? {} : {firstSeen}),
		slice: (from, to) => rows.slice(from, to).map(({segments, ...fold}) => ({row: segments, fold})),
	};
}

/** Sources one below the other. */
export function stacked(...sources: readonly RowSource[]): RowSource {
	const firstSeen = firstSeenOf(sources);
	return {
		...(firstSeen === null ? {} : {firstSeen}),
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

function firstSeenOf(sources: readonly RowSource[]): number | null {
	let offset = 0;
	for (const {firstSeen, count} of sources) {
		if (firstSeen !== undefined) {
			return offset + firstSeen;
		}

		offset += count;
	}

	return null;
}
