import {glyphHeight, pixelsOf} from './pixel-font.js';

/** Text drawn in block characters. `rows` stays within the requested height and width. */
export type BigText = {
	readonly rows: readonly string[];
	/** False if the text is shown as ordinary characters, because it does not fit or contains a character without a shape. */
	readonly isDrawn: boolean;
};

export type BigTextOptions = {
	readonly width: number;
	readonly height: number;
};

/**
 * Draws a name in letters large enough to read from a distance. It uses the largest size that fits, on one line or on two, broken at an
 * underscore or a blank. A name that does not fit at any size is returned unchanged.
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
 * Pixel sizes, largest first. Cells are twice as high as wide, so a pixel of size n takes n rows and 2n columns. The smallest size, 0, takes
 * half a cell.
 */
function sizesIn(height: number): readonly number[] {
	const largest = Math.floor(height / glyphHeight);
	return Array.from({length: Math.max(0, largest) + 1}, (_, index) => largest - index);
}

/** The ways to split a text into lines: unsplit, then split at each underscore or blank, starting with the last: `content_block` above `delta`. */
function linesOf(text: string): ReadonlyArray<readonly string[]> {
	const breaks = [...text.matchAll(/[_ ]/g)]
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
