/**
 * Where the conversation stands: at its tail, or with a line of a turn at the top of the window. A turn is named by its index,
 * so that nothing jumps when earlier or later turns change their height.
 */
export type HistoryScroll = 'tail' | {readonly turn: number; readonly line: number};

/** A line in sight: the turn it belongs to and its number in it. */
export type HistoryPlace = {readonly turn: number; readonly line: number};

/** How many lines a turn has. Only turns near the window are asked for. */
export type LinesOfTurn = (turn: number) => number;

/** The places in sight, at most `height` of them. Only the turns that are in sight are laid out. */
export function historyWindow(
	scroll: HistoryScroll,
	turns: number,
	height: number,
	linesOf: LinesOfTurn,
): readonly HistoryPlace[] {
	const places = scroll === 'tail' ? [] : placesFrom(scroll, turns, height, linesOf);
	// Turns that have become shorter since, in a wider terminal for instance, may leave the window short of lines: then its end is the tail.
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

/** Scrolls by a number of lines; reaching the last line follows the tail again. */
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

/** The start of the turn above or below the top of the window. */
export function scrollToTurn(
	scroll: HistoryScroll,
	by: 1 | -1,
	turns: number,
	height: number,
	linesOf: LinesOfTurn,
): HistoryScroll {
	const tail = tailStart(turns, height, linesOf);
	const from = scroll === 'tail' ? tail : scroll;
	// Going back inside a turn leads to its own beginning first.
	const turn = by === -1 && from.line > 0 ? from.turn : from.turn + by;
	const place = {turn: Math.max(0, turn), line: 0};
	return turn >= turns || isAtOrAfter(place, tail) ? 'tail' : place;
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
