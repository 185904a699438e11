import {textWidth} from './text-width.js';

const segmenter = new Intl.Segmenter();
const printableAscii = /^[\u0020-\u007E]*$/;

/**
 * Cuts sanitised text (`\n` is its only control character) into lines of at most `width` cells, each as full as it can be: at the edge,
 * wherever that is in a word. A character that does not fit even alone is shown as `…`.
 */
export function cutText(text: string, width: number): readonly string[] {
	const cells = Math.max(1, Math.floor(width));
	return text.split('\n').flatMap(line => cutLine(line, cells));
}

function cutLine(line: string, width: number): readonly string[] {
	const lines: string[] = [];
	let start = 0;
	while (start < line.length) {
		// One more, because it could join the last one.
		const isPlain = printableAscii.test(line.slice(start, start + width + 1));
		const {shown, length} = isPlain
			? {shown: line.slice(start, start + width), length: width}
			: firstCells(line.slice(start, start + width * unitsPerCell + spare), width);
		lines.push(shown);
		start += length;
	}

	return lines.length === 0 ? [''] : lines;
}

/** How many UTF-16 units are looked at: an emoji of several people has some five a cell. Where there are more, the line ends early. */
const unitsPerCell = 8;
const spare = 32;

/** The beginning of a text that fills `width` cells, and how much of the text that is. */
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
