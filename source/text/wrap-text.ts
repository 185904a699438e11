// Wraps plain text into lines of a given width. When text grows, only its end can change, so only that is wrapped again.

import {measureLine} from './measure-line.js';

/**
 * One display line. `start` and `end` are offsets into the text. A space at which the text was broken belongs to no line. Spaces that do not
 * fit are not in `text`, but they lie between `start` and `end` on the last line of a paragraph.
 */
export type WrappedLine = {readonly text: string; readonly start: number; readonly end: number};

/** A text and its lines. There is always at least one line. */
export type WrappedText = {
	readonly text: string;
	readonly width: number;
	readonly lines: readonly WrappedLine[];
};

/** A grapheme can move the break of its own line and of the two lines before it. Earlier lines no longer change. */
const unsettledLines = 3;

/**
 * Wraps sanitised text (`\n` is its only control character) at spaces, and inside words that are longer than a line. Leading spaces are kept,
 * and continued lines begin at the margin. A `width` below 1 counts as 1, and no line is wider: a character too wide for a line is shown as
 * `…`.
 *
 * With `previous`, the wrapping of a prefix of `text`, settled lines are reused. The result is the same as without it.
 */
export function wrapText(text: string, width: number, previous?: WrappedText): WrappedText {
	const cells = Math.max(1, Math.floor(width));
	if (previous?.width !== cells || text.slice(0, previous.text.length) !== previous.text) {
		return {text, width: cells, lines: wrapFrom(text, 0, cells, [])};
	}

	if (previous.text.length === text.length) {
		return previous;
	}

	const settled = previous.lines.slice(0, Math.max(0, previous.lines.length - unsettledLines));
	const start = previous.lines[settled.length]?.start ?? 0;
	return {text, width: cells, lines: wrapFrom(text, start, cells, settled)};
}

function wrapFrom(text: string, from: number, width: number, lines: WrappedLine[]): WrappedLine[] {
	let start = from;
	for (;;) {
		const newline = text.indexOf('\n', start);
		wrapParagraph(text, start, newline === -1 ? text.length : newline, width, lines);
		if (newline === -1) {
			return lines;
		}

		start = newline + 1;
	}
}

/** Appends the lines of `text` from `start` to `end`, which contains no newline. */
function wrapParagraph(text: string, start: number, end: number, width: number, lines: WrappedLine[]): void {
	let lineStart = start;
	do {
		const {shown, lineEnd, next} = measureLine(text, lineStart, end, width);
		lines.push({text: shown, start: lineStart, end: lineEnd});
		lineStart = next;
	} while (lineStart < end);
}
