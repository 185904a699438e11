import type {IBufferCell} from '@xterm/headless';

/** A colour as the program set it: the terminal's default, one of the 256 palette entries, or `#rrggbb`. */
export type CellColor = 'default' | number | `#${string}`;

/**
 * What a cell holds. `text` is a whole grapheme cluster, or `''` in a cell that was never written and in the right half of a wide one.
 * `width` is 1, 2, or 0 for that right half.
 */
export type Glyph = {
	readonly text: string;
	readonly width: number;
};

/** One cell of the screen. */
export type ScreenCell = Glyph & {
	readonly fg: CellColor;
	readonly bg: CellColor;
	readonly bold: boolean;
	readonly dim: boolean;
	readonly italic: boolean;
	readonly underline: boolean;
	readonly strikethrough: boolean;
	readonly inverse: boolean;
	readonly invisible: boolean;
};

const hex = (color: number): CellColor => `#${color.toString(16).padStart(6, '0')}`;

const foreground = (cell: IBufferCell): CellColor => {
	if (cell.isFgDefault()) {
		return 'default';
	}

	return cell.isFgRGB() ? hex(cell.getFgColor()) : cell.getFgColor();
};

const background = (cell: IBufferCell): CellColor => {
	if (cell.isBgDefault()) {
		return 'default';
	}

	return cell.isBgRGB() ? hex(cell.getBgColor()) : cell.getBgColor();
};

export const toGlyph = (cell: IBufferCell): Glyph => ({text: cell.getChars(), width: cell.getWidth()});

export const toScreenCell = (cell: IBufferCell): ScreenCell => ({
	...toGlyph(cell),
	fg: foreground(cell),
	bg: background(cell),
	bold: cell.isBold() !== 0,
	dim: cell.isDim() !== 0,
	italic: cell.isItalic() !== 0,
	underline: cell.isUnderline() !== 0,
	strikethrough: cell.isStrikethrough() !== 0,
	inverse: cell.isInverse() !== 0,
	invisible: cell.isInvisible() !== 0,
});
