// Stands in for Ink's `line-update` in the bundle (see scripts/bundle.mjs). Ink writes a changed row from its first changed cell to its end; in
// a log that scrolls that is nearly all of the screen, though most cells stay as they were. Here only the cells that changed are written.

import inkLineUpdate from '../../../node_modules/ink/build/line-update.js';
import {remember} from './remember.js';
import {isNarrow} from './row-facts.js';
import {type StyledCells, styledCells} from './styled-cells.js';

/** Going to another column costs about as many bytes as this many cells. */
const jumpCost = 6;

/** The cells of a row, or `null` for one with characters that do not take one cell each. */
const cellsOf = remember((row: string) => {
	const cells = styledCells(row);
	return isNarrow(cells.characters) ? cells : null;
}, 512);

/** What turns the row `previous` on the screen into `next`; the cursor stands somewhere in the row. */
export default function lineUpdate(previous: string, next: string, columns: number): string {
	const before = cellsOf(previous);
	const after = cellsOf(next);
	return before === null || after === null
		? inkLineUpdate(previous, next, columns)
		: updateCells(before, after);
}

function updateCells(before: StyledCells, after: StyledCells): string {
	const length = Math.max(before.characters.length, after.characters.length);
	// Cells behind the end of a row are blank and without a style.
	const old = before.characters.padEnd(length);
	const next = after.characters.padEnd(length);
	let update = '';
	let style = '';
	/** The column where the cursor stands, or −1 where it is not known. */
	let cursor = -1;
	for (let column = 0; column < length; column++) {
		const isSameStyle = (before.styles[column] ?? '') === (after.styles[column] ?? '');
		if (isSameStyle && old.charCodeAt(column) === next.charCodeAt(column)) {
			continue;
		}

		// A few cells that stay are written again where going over them would cost more.
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
