// Replaces Ink's `line-update` in the bundle (see scripts/bundle.mjs). Ink writes a changed row from its first changed cell to its end; in
// a scrolling log, that is nearly the whole screen, although most cells stay the same. Here only changed cells are written.

import inkLineUpdate from '../../../node_modules/ink/build/line-update.js';
import {remember} from './remember.js';
import {isNarrow} from './row-facts.js';
import {type StyledCells, styledCells} from './styled-cells.js';

/** Moving to another column costs about as many bytes as this many cells. */
const jumpCost = 6;

/** The cells of a row, or `null` if some characters do not take one cell each. */
const cellsOf = remember((row: string) => {
	const cells = styledCells(row);
	return isNarrow(cells.characters) ? cells : null;
}, 512);

/** Returns what changes the row `previous` on the screen into `next`. The cursor is somewhere in the row. */
export default function lineUpdate(previous: string, next: string, columns: number): string {
	const before = cellsOf(previous);
	const after = cellsOf(next);
	return before === null || after === null
		? inkLineUpdate(previous, next, columns)
		: updateCells(before, after);
}

function updateCells(before: StyledCells, after: StyledCells): string {
	const length = Math.max(before.characters.length, after.characters.length);
	// Cells after the end of a row are blank and unstyled.
	const old = before.characters.padEnd(length);
	const next = after.characters.padEnd(length);
	let update = '';
	let style = '';
	/** The cursor's column, or −1 if unknown. */
	let cursor = -1;
	for (let column = 0; column < length; column++) {
		const isSameStyle = (before.styles[column] ?? '') === (after.styles[column] ?? '');
		if (isSameStyle && old.charCodeAt(column) === next.charCodeAt(column)) {
			continue;
		}

		// A few unchanged cells are rewritten if skipping them would cost more.
		const from = cursor >= 0 && column - cursor <= jumpCost ? cursor : column;
		update += from === cursor ? '' : `\u001B[${from + 1}G`;
		for (cursor = from; cursor <= column; cursor++) {
			const wanted = after.styles[cursor] ?? '';
			update += (wanted === style ? '' : transition(style, wanted)) + next.charAt(cursor);
			style = wanted;
		}
	}

	return update + transition(style, '');
}

function transition(from: string, to: string): string {
	if (from === to) {
		return '';
	}

	return from === '' ? `\u001B[${to}m` : `\u001B[0${to === '' ? '' : `;${to}`}m`;
}
