// What the prompt shows: the rows of its window, and the cell of the cursor in them.

import {type PromptDocument, type PromptRow, rowCells, rowsAround} from './prompt-rows.js';

/**
 * The visible part of the prompt. Rows are safe to show and at most as wide as requested. The cursor is counted in cells from the start of
 * the first row.
 */
export type PromptLayout = {
	readonly rows: readonly string[];
	readonly cursor: {readonly x: number; readonly y: number};
	/** Whether there are rows above and below the window. */
	readonly scrolled: {readonly above: boolean; readonly below: boolean};
};

/**
 * Lays the prompt out in at most `maxRows` rows of `width` cells, at least 2. A taller text is shown around the cursor, which is in the
 * middle of the window except near both ends.
 */
export function layoutPrompt(document: PromptDocument, width: number, maxRows: number): PromptLayout {
	const {cells, rows, index, first, shown} = windowOf(document, width, maxRows);
	const before = {start: rows[index]?.start ?? 0, end: document.cursor};
	return {
		rows: shown.map(row => rowText(document, row, cells)),
		cursor: {x: rowWidth(document, before, cells), y: index - first},
		scrolled: {above: first > 0, below: first + shown.length < rows.length},
	};
}

/** The offset at a cell of the layout: the nearest row, and the end of the row for a cell behind it. */
export function offsetAt(
	document: PromptDocument,
	place: {readonly width: number; readonly maxRows: number; readonly row: number; readonly column: number},
): number {
	const {cells, shown} = windowOf(document, place.width, place.maxRows);
	const row = shown[Math.max(0, Math.min(shown.length - 1, place.row))];
	if (row === undefined) {
		return document.cursor;
	}

	let offset = row.start;
	let column = 0;
	for (const {width, length} of rowCells(document, row, cells)) {
		// The far half of a wide character is nearer to the place behind it.
		if (column + width / 2 > place.column) {
			return offset;
		}

		column += width;
		// A cursor at the end of a broken row would be in the next one.
		offset = row.broken && offset + length === row.end ? offset : offset + length;
	}

	return offset;
}

/** The rows of the text around the cursor, the cursor's among them, and those that are shown. */
function windowOf(document: PromptDocument, width: number, maxRows: number) {
	const cells = Math.max(2, Math.floor(width));
	const height = Math.max(1, Math.floor(maxRows));
	const {rows, index} = rowsAround(document, cells, height);
	const middle = index - Math.floor(height / 2);
	const first = Math.max(0, Math.min(middle, rows.length - height));
	return {cells, rows, index, first, shown: rows.slice(first, first + height)};
}

function rowText(document: PromptDocument, row: PromptRow, width: number): string {
	return rowCells(document, row, width)
		.map(cell => cell.shown)
		.toArray()
		.join('');
}

/** The width of part of a row, in cells. */
export function rowWidth(
	document: PromptDocument,
	part: {readonly start: number; readonly end: number},
	width: number,
): number {
	return rowCells(document, part, width).reduce((sum, cell) => sum + cell.width, 0);
}
