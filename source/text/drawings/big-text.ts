import {glyphHeight, pixelsOf} from './pixel-font.js';

/** Text drawn in blocks. `rows` are at most as many and as wide as asked for. */
export type BigText = {
	readonly rows: readonly string[];
	/** False where the text is shown as it was written, because it does not fit or has characters without a shape. */
	readonly isDrawn: boolean;
};

export type BigTextOptions = {
	readonly width: number;
	readonly height: number;
};

/**
 * Draws a name in letters that can be read from afar: as large as the room allows, on one line or on two, broken at an underscore. A name
 * that has no room at all comes back as it is.
 */
export function bigText(text: string, {width, height}: BigTextOptions): BigText {
	for (const size of sizesIn(height)) {
		for (const lines of linesOf(text)) {
			const rows = draw(lines, size);
			if (rows !== null && rows.length <= height && rows.every(row => row.length <= width)) {
				return {rows, isDrawn: true};
			}
		}
	}

	return {rows: [text], isDrawn: false};
}

/**
 * The sizes of a pixel, largest first. Cells are twice as high as wide: a pixel of size n takes n rows and 2n columns, and the smallest
 * one, 0, half a cell.
 */
function sizesIn(height: number): readonly number[] {
	const largest = Math.floor(height / glyphHeight);
	return Array.from({length: Math.max(0, largest) + 1}, (_, index) => largest - index);
}

/** The ways to put a text on lines: whole, then broken at an underscore, the last one first: `content_block` above `delta`. */
function linesOf(text: string): ReadonlyArray<readonly string[]> {
	const breaks = [...text.matchAll(/_/g)]
		.map(({index}) => [text.slice(0, index), text.slice(index + 1)])
		.filter(parts => parts.every(part => part !== ''))
		.reverse();
	return [[text], ...breaks];
}

function draw(lines: readonly string[], size: number): readonly string[] | null {
	const pixels = lines.map(pixelsOf);
	if (!pixels.every(line => line !== null)) {
		return null;
	}

	return pixels.flatMap((line, index) => {
		const rows = size === 0 ? halfBlocks(line) : wholeBlocks(line, size);
		return index === 0 ? rows : ['', ...rows];
	});
}

function wholeBlocks(pixels: ReadonlyArray<readonly boolean[]>, size: number): readonly string[] {
	return pixels.flatMap(row => {
		const drawn = row.map(isSet => (isSet ? '█' : ' ').repeat(2 * size)).join('');
		return Array.from({length: size}, () => drawn);
	});
}

function halfBlocks(pixels: ReadonlyArray<readonly boolean[]>): readonly string[] {
	return Array.from({length: Math.ceil(glyphHeight / 2)}, (_, row) => {
		const upper = pixels[row * 2] ?? [];
		const lower = pixels[row * 2 + 1];
		return upper.map((isSet, column) => block(isSet, lower?.[column] ?? false)).join('');
	});
}

function block(upper: boolean, lower: boolean): string {
	if (upper) {
		return lower ? '█' : '▀';
	}

	return lower ? '▄' : ' ';
}
