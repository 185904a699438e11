import {type Row, rowWidth} from './segment.js';

/** Something that is said in a row, in its words from many to few. */
export type Part = readonly Row[];

/** `rank` 0 is the most important. */
export type RankedPart = {readonly part: Part; readonly rank: number};

/** As many of the parts as fit into `width` cells, the important ones before the others, each where it stands. None is cut. */
export function fitParts(parts: readonly RankedPart[], width: number): Row {
	const chosen = new Map<RankedPart, Row>();
	let room = width;
	for (const ranked of parts.toSorted((one, other) => one.rank - other.rank)) {
		const row = ranked.part.find(words => rowWidth(words) <= room);
		if (row !== undefined) {
			chosen.set(ranked, row);
			room -= rowWidth(row);
		}
	}

	return parts.flatMap(ranked => chosen.get(ranked) ?? []);
}
