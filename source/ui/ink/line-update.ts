// Replaces Ink's `line-update` in the bundle (see scripts/bundle.mjs). Ink writes a changed row from its first changed cell to its end; in
// a scrolling log, that is nearly the whole screen, although most cells stay the same. Here only changed cells are written.

import inkLineUpdate from '../../../node_modules/ink/build/line-update.js';
import {remember} from './remember.js';
import {isNarrow} from './row-facts.js';
import {type Stretch, type StyledCells, styledCells} from './styled-cells.js';

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
	const next = after.characters.padEnd(length);
	const changes = changedCells(before, after, length);
	const writtenStyles = styleReader(after.stretches, length);
	let update = '';
	let style = '';
	/** The cursor's column, or −1 if unknown. */
	let cursor = -1;
	for (let change = 0; change < changes.length; change += 2) {
		const [start = 0, end = 0] = [changes[change], changes[change + 1]];
		// A few unchanged cells are rewritten if skipping them would cost more.
		const from = cursor >= 0 && start - cursor <= jumpCost ? cursor : start;
		update += from === cursor ? '' : `\u001B[${from + 1}G`;
		for (cursor = from; cursor < end; ) {
			const stretch = writtenStyles(cursor);
			const stop = Math.min(end, stretch.end);
			update += transition(style, stretch.style) + next.slice(cursor, stop);
			style = stretch.style;
			cursor = stop;
		}
	}

	return update + transition(style, '');
}

/** The runs of cells that differ, as the column where each begins and the one after it, in one list. */
function changedCells(before: StyledCells, after: StyledCells, length: number): readonly number[] {
	const old = before.characters.padEnd(length);
	const next = after.characters.padEnd(length);
	const oldStyles = styleReader(before.stretches, length);
	const nextStyles = styleReader(after.stretches, length);
	const changes: number[] = [];
	let start = -1;
	for (let column = 0; column < length; ) {
		const was = oldStyles(column);
		const is = nextStyles(column);
		const end = Math.min(was.end, is.end);
		const isSameStyle = was.style === is.style;
		for (; column < end; column++) {
			const isSame = isSameStyle && old.charCodeAt(column) === next.charCodeAt(column);
			if (isSame === (start === -1)) {
				continue;
			}

			if (isSame) {
				changes.push(start, column);
				start = -1;
			} else {
				start = column;
			}
		}
	}

	if (start !== -1) {
		changes.push(start, length);
	}

	return changes;
}

/** Returns the stretch at a column, for columns that never decrease. Cells after the last stretch are unstyled. */
function styleReader(stretches: readonly Stretch[], length: number): (column: number) => Stretch {
	const rest = {end: length, style: ''};
	let index = 0;
	let stretch = stretches[0] ?? rest;
	return column => {
		while (stretch.end <= column && stretch !== rest) {
			index++;
			stretch = stretches[index] ?? rest;
		}

		return stretch;
	};
}

function transition(from: string, to: string): string {
	if (from === to) {
		return '';
	}

	return from === '' ? `\u001B[${to}m` : `\u001B[0${to === '' ? '' : `;${to}`}m`;
}
