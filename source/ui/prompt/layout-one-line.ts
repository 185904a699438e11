// What a field of one line shows.

import {boundaryFrom} from './graphemes.js';
import {type PromptDocument, rowCells} from './prompt-rows.js';

/** The part of the line that is shown, and the column of the cursor in cells. */
export type OneLineLayout = {readonly shown: string; readonly column: number};

/** As much of the line as fits into `width` cells, always with the cursor. */
export function layoutOneLine(line: PromptDocument, width: number): OneLineLayout {
	const {text, cursor} = line;
	// Only a few code units per cell are examined: the line may be as long as a paste.
	const start = boundaryFrom(text, Math.max(0, cursor - width * 4));
	const end = boundaryFrom(text, Math.min(text.length, cursor + width * 4));
	const after = rowCells(line, {start: cursor, end}, width).toArray();
	const under = Math.max(1, after[0]?.width ?? 1);
	let column = 0;
	let shown = '';
	for (const cell of rowCells(line, {start, end: cursor}, width).toArray().reverse()) {
		if (column + cell.width + under > width) {
			break;
		}

		shown = cell.shown + shown;
		column += cell.width;
	}

	let cells = column;
	for (const cell of after) {
		cells += cell.width;
		if (cells > width) {
			break;
		}

		shown += cell.shown;
	}

	return {shown, column};
}
