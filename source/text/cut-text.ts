import {textWidth} from './text-width.js';

const segmenter = new Intl.Segmenter();
const printableAscii = /^[\u0020-\u007E]*$/;

/**
 * Cuts sanitised text (`\n` is its only control character) into lines of at most `width` cells. Lines break exactly at the edge, even inside a
 * word. A character too wide for a line is shown as `…`.
 */
export function cutText(text: string, width: number): readonly string[] {
	const cells = Math.max(1, Math.floor(width));
	return text.split('\n').flatMap(line => cutLine(line, cells));
}

function cutLine(line: string, width: number): readonly string[] {
	const lines: string[] = [];
	let start = 0;
	while (start < line.length) {
		// One character more, because it could combine with the last one.
		const isPlain = printableAscii.test(line.slice(start, start + width + 1));
		const {shown, length} = isPlain
			? {shown: line.slice(start, start + width), length: width}
			: firstCells(line.slice(start, start + width * unitsPerCell + spare), width);
		lines.push(shown);
		start += length;
	}

	return lines.length === 0 ? [''] : lines;
}

/** Maximum UTF-16 units to read per cell. A family emoji has about five per cell. Text with more ends its line early. */
const unitsPerCell = 8;
const spare = 32;

/** Returns the start of a text that fills `width` cells, and its length in UTF-16 units. */
function firstCells(text: string, width: number): {readonly shown: string; readonly length: number} {
	let length = 0;
	let cells = 0;
	for (const {segment: grapheme} of segmenter.segment(text)) {
		cells += textWidth(grapheme);
		if (cells > width) {
			return length === 0 ? {shown: '…', length: grapheme.length} : {shown: text.slice(0, length), length};
		}

		length += grapheme.length;
	}

	return {shown: text.slice(0, length), length};
}
