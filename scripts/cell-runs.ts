import type {ScreenCell} from '../test/helpers/screen-cell.js';
import {resolveColor, terminalTheme} from './terminal-palette.js';

/** How a cell is painted, with inversion and the palette resolved. `bg` is `undefined` for the terminal's own background. */
export type CellPaint = {
	readonly fg: string;
	readonly bg: string | undefined;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly italic: boolean;
	readonly underline: boolean;
	readonly strikethrough: boolean;
};

/** Adjacent cells of a row with the same paint. `column` and `columns` count cells. */
export type CellRun = {
	readonly column: number;
	readonly columns: number;
	readonly text: string;
	readonly paint: CellPaint;
};

const paintOf = (cell: ScreenCell): CellPaint => {
	const fg = resolveColor(cell.fg, terminalTheme.foreground);
	const bg = resolveColor(cell.bg, terminalTheme.background);
	const hasBackground = cell.inverse || cell.bg !== 'default';
	const {bold, dim, italic, underline, strikethrough} = cell;
	return {
		fg: cell.inverse ? bg : fg,
		bg: hasBackground ? (cell.inverse ? fg : bg) : undefined,
		...{bold, dim, italic, underline, strikethrough},
	};
};

const isAlike = (a: CellPaint, b: CellPaint): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A character that any fixed-width font draws one cell wide, so that its neighbours may share its text element. */
export const isPlain = (text: string): boolean => /^[\u0020-\u007E\u00A1-\u024F]$/.test(text);

/** Characters that form one longer shape side by side. */
const isRepeated = (text: string, before: string): boolean =>
	/^[─━█▀░▒▓]$/.test(text) && before.endsWith(text);

/** Splits a row of the screen into runs. Characters whose glyph may not match the width of their cells have their own run. */
export const cellRuns = (row: readonly ScreenCell[]): CellRun[] => {
	const runs: CellRun[] = [];
	for (const [column, cell] of row.entries()) {
		if (cell.width === 0) {
			continue;
		}

		const text = cell.invisible || cell.text === '' ? ' ' : cell.text;
		const paint = paintOf(cell);
		const last = runs.at(-1);
		const continues =
			last && ((isPlain(text) && isPlain(last.text.at(-1) ?? '')) || isRepeated(text, last.text));
		if (continues && isAlike(last.paint, paint)) {
			runs[runs.length - 1] = {...last, columns: last.columns + 1, text: last.text + text};
		} else {
			runs.push({column, columns: cell.width, text, paint});
		}
	}

	return runs;
};
