/**
 * The scroll position of the conversation: at its tail, or with a line of a turn at the top of the window. A turn is named by its index, so
 * that nothing jumps when other turns change their height.
 */
export type HistoryScroll = 'tail' | {readonly turn: number; readonly line: number};

/** A visible line: its turn and its number in the turn. */
export type HistoryPlace = {readonly turn: number; readonly line: number};

/** The number of lines of a turn. Called only for turns near the window. */
export type LinesOfTurn = (turn: number) => number;

/** The visible places, at most `height` of them. Only visible turns are laid out. */
export function historyWindow(
	scroll: HistoryScroll,
	turns: number,
	height: number,
	linesOf: LinesOfTurn,
): readonly HistoryPlace[] {
	const places = scroll === 'tail' ? [] : placesFrom(scroll, turns, height, linesOf);
	// If turns have become shorter, for instance in a wider terminal, the window may run out of lines. Then it shows the tail.
	return places.length < height
		? placesFrom(tailStart(turns, height, linesOf), turns, height, linesOf)
		: places;
}

function placesFrom(
	start: HistoryPlace,
	turns: number,
	height: number,
	linesOf: LinesOfTurn,
): readonly HistoryPlace[] {
	const places: HistoryPlace[] = [];
	for (let turn = start.turn; turn < turns && places.length < height; turn++) {
		const count = linesOf(turn);
		for (let line = turn === start.turn ? start.line : 0; line < count && places.length < height; line++) {
			places.push({turn, line});
		}
	}

	return places;
}

/** Scrolls by a number of lines. Reaching the last line follows the tail again. */
export function scrollHistory(
	scroll: HistoryScroll,
	by: number,
	turns: number,
	height: number,
	linesOf: LinesOfTurn,
): HistoryScroll {
	const tail = tailStart(turns, height, linesOf);
	let {turn, line} = scroll === 'tail' ? tail : scroll;
	line += by;
	while (line < 0 && turn > 0) {
		turn--;
		line += linesOf(turn);
	}

	while (turn < turns && line >= linesOf(turn)) {
		line -= linesOf(turn);
		turn++;
	}

	const place = {turn, line: Math.max(0, line)};
	return isAtOrAfter(place, tail) ? 'tail' : place;
}

/** The start of a turn at the top of the window, or the tail if the window would not be full. */
export function scrollToTurn(
	turn: number,
	turns: number,
	height: number,
	linesOf: LinesOfTurn,
): HistoryScroll {
	const place = {turn, line: 0};
	return turn >= turns || isAtOrAfter(place, tailStart(turns, height, linesOf)) ? 'tail' : place;
}

/** The place at the top when the last line is at the bottom. */
function tailStart(turns: number, height: number, linesOf: LinesOfTurn): HistoryPlace {
	let above = height;
	for (let turn = turns - 1; turn >= 0; turn--) {
		const count = linesOf(turn);
		if (count >= above) {
			return {turn, line: count - above};
		}

		above -= count;
	}

	return {turn: 0, line: 0};
}

function isAtOrAfter(place: HistoryPlace, other: HistoryPlace): boolean {
	return place.turn > other.turn || (place.turn === other.turn && place.line >= other.line);
}
