import {fitRow, type Row} from './segment.js';
import type {Theme} from './theme.js';

/** Renders a row as a styled string of exactly `width` cells. */
export function paintRow(row: Row, width: number, theme: Theme, isSelected = false): string {
	const painted = paintPieces(fitRow(row, width), theme);
	return isSelected ? theme.selected(painted) : painted;
}

/** Roles whose style shows on spaces. */
const inverse: ReadonlySet<string | undefined> = new Set(['highlight']);

/**
 * Adjacent segments with one style are joined, because each change of style sends a dozen bytes to the terminal. Spaces have no style of their
 * own.
 */
function paintPieces(row: Row, theme: Theme): string {
	let painted = '';
	let text = '';
	let role: string | undefined;
	for (const piece of row) {
		if (piece.text === '') {
			continue;
		}

		if (piece.link !== undefined) {
			painted += text === '' ? '' : theme.style(text, role);
			painted += theme.link(theme.style(piece.text, piece.role), piece.link);
			text = '';
			continue;
		}

		const isBlank = isSpace(piece.text) && !inverse.has(piece.role) && !inverse.has(role);
		if (text === '') {
			text = piece.text;
			role = isBlank ? undefined : piece.role;
		} else if (isBlank || role === piece.role) {
			text += piece.text;
		} else {
			painted += theme.style(text, role);
			text = piece.text;
			role = piece.role;
		}
	}

	return text === '' ? painted : painted + theme.style(text, role);
}

/** Most texts begin with an ASCII letter or sign, so there is no need to scan them to the end. */
function isSpace(text: string): boolean {
	const first = text.charCodeAt(0);
	return (first <= 32 || first > 127) && text.trim() === '';
}
