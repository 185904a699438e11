import {fitRow, type Row, type Segment} from './segment.js';
import type {Theme} from './theme.js';

/** A row as a styled string of exactly `width` cells. */
export function paintRow(row: Row, width: number, theme: Theme, isSelected = false): string {
	const painted = merged(fitRow(row, width))
		.map(({text, role}) => theme.style(text, role))
		.join('');
	return isSelected ? theme.selected(painted) : painted;
}

/** Roles whose spaces can be seen. */
const inverse: ReadonlySet<string | undefined> = new Set(['highlight', 'tab']);

/** Neighbours of one style are one piece: each change of style is a dozen bytes to the terminal. Spaces have no style of their own. */
function merged(row: Row): Row {
	const pieces: Segment[] = [];
	for (const piece of row) {
		const last = pieces.at(-1);
		const isBlank = piece.text.trim() === '' && !inverse.has(piece.role) && !inverse.has(last?.role);
		if (last !== undefined && (isBlank || last.role === piece.role)) {
			pieces[pieces.length - 1] = {...last, text: last.text + piece.text};
		} else if (piece.text !== '') {
			pieces.push(isBlank ? {text: piece.text} : piece);
		}
	}

	return pieces;
}
