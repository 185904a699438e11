// Up and Down: from row to row of the layout, keeping the column.

import {rowWidth} from './layout-prompt.js';
import {type PromptRow, rowCells, rowsAround} from './prompt-rows.js';
import type {PromptState} from './prompt-state.js';

/** Moves to the row above, in the column where the movement began; null on the first row. */
export function moveUp(state: PromptState, width: number): PromptState | null {
	return moveRow(state, width, -1);
}

/** Moves to the row below; null on the last row. */
export function moveDown(state: PromptState, width: number): PromptState | null {
	return moveRow(state, width, 1);
}

/** The end of the cursor's row: the last place where the cursor is still in that row. */
export function rowEnd(state: PromptState, width: number): number {
	const {rows, index} = rowsAround(state, width, 0);
	const row = rows[index];
	return row === undefined ? state.cursor : offsetAt(state, row, width, Number.POSITIVE_INFINITY);
}

function moveRow(state: PromptState, width: number, step: -1 | 1): PromptState | null {
	const {rows, index} = rowsAround(state, width, 1);
	const row = rows[index];
	const target = rows[index + step];
	if (row === undefined || target === undefined) {
		return null;
	}

	const goal = state.goal ?? rowWidth(state, {start: row.start, end: state.cursor}, width);
	return {...state, cursor: offsetAt(state, target, width, goal), goal, run: null};
}

/** The offset in a row nearest to column `goal`. The end of a broken row already belongs to the next one. */
function offsetAt(state: PromptState, row: PromptRow, width: number, goal: number): number {
	let offset = row.start;
	let column = 0;
	for (const cell of rowCells(state, row, width)) {
		const isPast = column + cell.width > goal || (row.broken && offset + cell.length === row.end);
		if (isPast) {
			return offset;
		}

		offset += cell.length;
		column += cell.width;
	}

	return offset;
}
