import {type Row, rowWidth} from './segment.js';

/** A part of a row in several wordings, longest first. */
export type Part = readonly Row[];

/** `rank` 0 is the most important. */
export type RankedPart = {readonly part: Part; readonly rank: number};

/** Fits as many parts as possible into `width` cells, the most important first, in their given order. No part is cut. */
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
