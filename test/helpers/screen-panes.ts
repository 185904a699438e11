import type {ScreenCell} from './screen-cell.js';

/** A pane on the screen: the position of its frame, its title line, and the rows inside the frame. */
export type ScreenPane = {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly title: string;
	readonly rows: readonly string[];
};

type Cells = ReadonlyArray<readonly ScreenCell[]>;

const corners: ReadonlyArray<
	readonly [leftTop: string, rightTop: string, leftBottom: string, rightBottom: string]
> = [
	['╭', '╮', '╰', '╯'],
	['╔', '╗', '╚', '╝'],
];

/**
 * The panes whose frames are drawn on a screen, by their upper left corners, row by row. Throws if a frame is broken: a side that is not
 * straight, a gap in an edge, a misplaced corner.
 */
const readPanes = (cells: Cells): readonly ScreenPane[] =>
	cells.flatMap((row, y) =>
		row.flatMap((cell, x) => {
			const frame = corners.find(([leftTop]) => leftTop === cell.text);
			return frame === undefined ? [] : [readPane(cells, x, y, frame)];
		}),
	);

/**
 * The panes of a complete screen: panes cover every row between the first and the last, from the left edge to the right, without overlaps. Only
 * the scrubber's rows have no frame. Throws otherwise.
 */
export const readWholeScreen = (cells: Cells): readonly ScreenPane[] => {
	const panes = readPanes(cells);
	const owners = cells.map(row => row.map(() => 0));
	for (const {x, y, width, height} of panes) {
		for (let row = y; row < y + height; row++) {
			owners[row]?.fill(1 + (owners[row]?.[x] ?? 0), x, x + width);
		}
	}

	for (const [y, row] of owners.slice(1, -1).entries()) {
		const x = row.findIndex(count => count !== 1);
		if (x !== -1 && !isScrubber(cells[y + 1] ?? [])) {
			throw new Error(`column ${x} of row ${y + 1} lies in ${row[x]} panes`);
		}
	}

	return panes;
};

const isScrubber = (row: readonly ScreenCell[]): boolean =>
	/^ (▶|❚❚|thinking|text|tools) /.test(textBetween(row, 0, 12));

const readPane = (
	cells: Cells,
	x: number,
	y: number,
	[, rightTop, leftBottom, rightBottom]: readonly string[],
): ScreenPane => {
	const at = (column: number, row: number) => cells[row]?.[column]?.text ?? '';
	const fail = (problem: string, column: number, row: number): never => {
		throw new Error(`${problem} at column ${column}, row ${row}: "${at(column, row)}"`);
	};

	const right = cells[y]?.findIndex((cell, column) => column > x && cell.text === rightTop) ?? -1;
	if (right === -1) {
		fail('an upper edge has no end', x, y);
	}

	let bottom = y + 1;
	for (; isSide(at(x, bottom)); bottom++) {
		if (!isSide(at(right, bottom))) {
			fail('a right side is broken', right, bottom);
		}
	}

	if (at(x, bottom) !== leftBottom || at(right, bottom) !== rightBottom) {
		fail('a lower corner is out of place', at(x, bottom) === leftBottom ? right : x, bottom);
	}

	for (let column = x + 1; column < right; column++) {
		if (!/[─═]/.test(at(column, bottom))) {
			fail('a lower edge is broken', column, bottom);
		}
	}

	const text = (row: number) => textBetween(cells[row] ?? [], x + 1, right);
	return {
		x,
		y,
		width: right - x + 1,
		height: bottom - y + 1,
		title: text(y).replaceAll(/[─═]+/g, ' ').trim(),
		rows: Array.from({length: bottom - y - 1}, (_, index) => text(y + 1 + index).trimEnd()),
	};
};

const isSide = (text: string): boolean => text === '│' || text === '║';

const textBetween = (row: readonly ScreenCell[], from: number, to: number): string =>
	row
		.slice(from, to)
		.map(({text, width}) => (width === 0 ? '' : text || ' '))
		.join('');
