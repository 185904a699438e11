import {deltaSpan, deltasOf} from '../../analysis/delta-span.js';
import {firstFrom} from '../../analysis/first-from.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {itemAt} from '../../trace/persistent-list.js';
import {selectView} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';
import type {TextPlace} from './highlighted-text.js';
import type {PassageLines} from './history-lines.js';
import type {HistoryPlace} from './history-scroll.js';
import {selectPassages, selectTextPlace} from './select-turn.js';

/** How many invisible neighbours, such as line breaks and Markdown signs, are skipped. */
const maxUnseen = 16;
/** More columns than a line has. */
const widest = 10_000;

/**
 * Finds the position of the event that carried the character at a column of a line of the conversation. Without a column, it is the first
 * event that begins in the line. If there is none, it is the nearest piece of the turn after the line, otherwise before it; `null` in a
 * turn without pieces.
 */
export function findPiece(
	screen: Screen,
	{turn, line}: HistoryPlace,
	column: number | null = null,
): number | null {
	const exchange = itemAt(selectView(screen).exchanges, turn);
	if (exchange === undefined) {
		return null;
	}

	const passages = selectPassages(screen, exchange);
	const next = passages.findIndex(({to}) => line < to);
	for (const passage of next === -1 ? [] : passages.slice(next)) {
		const deltas = deltasOf(screen.trace, exchange, passage);
		const inside = line - passage.from;
		const found =
			inside < 0 || !passage.isAsItCame
				? deltas[0]
				: pieceIn(screen, exchange, deltas, {
						line: inside,
						column,
						lines: passage.to - passage.from,
					});
		if (found !== undefined) {
			return found;
		}
	}

	return lastBefore(screen, exchange, next === -1 ? passages : passages.slice(0, next + 1));
}

/** The deltas of a passage follow one another in its lines, so the place where one begins tells on which side the wanted one is. */
function pieceIn(
	screen: Screen,
	exchange: ExchangeView,
	deltas: readonly number[],
	{line, column, lines}: {readonly line: number; readonly column: number | null; readonly lines: number},
): number | undefined {
	const known = new Map<number, TextPlace | null>();
	const placeOf = (index: number): TextPlace | null => {
		if (!known.has(index)) {
			const span = deltaSpan(screen.trace, deltas[index] ?? -1);
			known.set(index, span === null ? null : selectTextPlace(screen, exchange, span));
		}

		return known.get(index) ?? null;
	};

	/** The first visible piece from an index on. */
	const seenFrom = (index: number): number | undefined =>
		neighbours(index, deltas.length).find(near => placeOf(near) !== null);

	// A character belongs to the last piece that does not begin after it.
	const from = column === null ? 0 : column + 1;
	const distanceOf = (candidate: number) => {
		const place = placeOf(seenFrom(candidate) ?? -1);
		return place === null ? Number.POSITIVE_INFINITY : place.line - line + (place.column - from) / widest;
	};
	const index = firstFrom(deltas.length, distanceOf, [-line - 1, lines - line]);
	return deltas[column === null ? (seenFrom(index) ?? -1) : Math.max(0, index - 1)];
}

function neighbours(index: number, count: number): readonly number[] {
	return Array.from({length: Math.max(0, Math.min(maxUnseen, count - index))}, (_, by) => index + by);
}

function lastBefore(
	{trace}: Screen,
	exchange: ExchangeView,
	passages: readonly PassageLines[],
): number | null {
	for (const passage of passages.toReversed()) {
		const last = deltasOf(trace, exchange, passage).at(-1);
		if (last !== undefined) {
			return last;
		}
	}

	return null;
}
