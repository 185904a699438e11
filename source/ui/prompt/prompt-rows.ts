// The prompt's text cut into rows of a given width. Only rows near the cursor are made, so the cost does not grow with the text.

import {sanitizeLine} from '../../text/sanitize.js';
import {textWidth, truncate} from '../../text/text-width.js';
import {graphemes, settledFrom} from './graphemes.js';
import {lineBounds} from './move-cursor.js';
import type {PromptState} from './prompt-state.js';
import {type PromptUnit, unitAt} from './prompt-unit.js';

/** The part of the state that is laid out. */
export type PromptDocument = Pick<PromptState, 'text' | 'cursor' | 'units'>;

/** A row holds the text from `start` to `end`. If it is `broken`, the line continues in the next row, and a cursor at `end` is there. */
export type PromptRow = {readonly start: number; readonly end: number; readonly broken: boolean};

/** A grapheme as it is shown, and its width in cells. */
export type Cell = {readonly shown: string; readonly width: number; readonly length: number};

/** A longer line is first cut into pieces of this length, laid out separately, so that a key costs the same in a line of a megabyte. */
const pieceLength = 2048;

/**
 * The row of the cursor, as `rows[index]`, with `reach` rows above and below it, or as many as there are (there may be more).
 * Rows are up to `width` cells wide, at least 2. The last cell of a row is kept for the cursor, or for a space at which a line is broken.
 */
export function rowsAround(
	document: PromptDocument,
	width: number,
	reach: number,
): {readonly rows: readonly PromptRow[]; readonly index: number} {
	const {text, cursor, units} = document;
	const limit = rowLimit(width);
	let first = pieceAt(text, cursor);
	let last = first;
	const rows = breakPiece(text, first, units, limit);
	let index = rows.findLastIndex(row => row.start <= cursor);
	while (index < reach && first.start > 0) {
		first = pieceAt(text, first.start - 1);
		const above = breakPiece(text, first, units, limit);
		rows.unshift(...above);
		index += above.length;
	}

	while (rows.length - 1 - index < reach && last.end < text.length) {
		last = pieceAt(text, last.isLineEnd ? last.end + 1 : last.end);
		rows.push(...breakPiece(text, last, units, limit));
	}

	return {rows, index};
}

/** The graphemes of a row as they are shown: safe for the terminal, with the labels of pastes and files. */
export function rowCells(
	{text, units}: PromptDocument,
	{start, end}: {readonly start: number; readonly end: number},
	width: number,
): Generator<Cell> {
	return cells(text.slice(start, end), units, rowLimit(width));
}

function rowLimit(width: number): number {
	return Math.max(1, width - 1);
}

function* cells(text: string, units: readonly PromptUnit[], limit: number): Generator<Cell> {
	// Checking the whole text at once is far cheaper, and usually enough.
	const isSafe = sanitizeLine(text) === text;
	for (const grapheme of graphemes(text)) {
		const whole = isSafe ? grapheme : (unitAt(grapheme, units)?.label ?? sanitizeLine(grapheme));
		const width = textWidth(whole);
		const shown = width <= limit ? whole : truncate(whole, limit);
		yield {shown, width: shown === whole ? width : textWidth(shown), length: grapheme.length};
	}
}

type Piece = {readonly start: number; readonly end: number; readonly isLineEnd: boolean};

function pieceAt(text: string, offset: number): Piece {
	const line = lineBounds(text, offset);
	let {start} = line;
	for (;;) {
		const end = Math.min(line.end, settledFrom(text, start + pieceLength));
		if (end === line.end || offset < end) {
			return {start, end, isLineEnd: end === line.end};
		}

		start = end;
	}
}

function breakPiece(text: string, piece: Piece, units: readonly PromptUnit[], limit: number): PromptRow[] {
	const rows: PromptRow[] = [];
	let start = piece.start;
	let position = start;
	let filled = 0;
	let breakAt = start;
	let breakFilled = 0;
	const breakRow = (end: number, left: number) => {
		rows.push({start, end, broken: true});
		start = end;
		filled = left;
	};

	for (const {shown, width, length} of cells(text.slice(piece.start, piece.end), units, limit)) {
		if (width > 1 && filled > 0) {
			breakAt = position;
			breakFilled = filled;
		}

		if (filled + width > limit && shown !== ' ') {
			const canBreak = breakAt > start;
			breakRow(canBreak ? breakAt : position, canBreak ? filled - breakFilled : 0);
		}

		position += length;
		filled += width;
		if (filled > limit) {
			breakRow(position, 0);
		} else if (shown === ' ' || width > 1) {
			breakAt = position;
			breakFilled = filled;
		}
	}

	if (start < piece.end || piece.isLineEnd) {
		rows.push({start, end: piece.end, broken: !piece.isLineEnd});
	}

	return rows;
}
