// Plain text laid out in lines of a given width. Growing text is wrapped again only where it can change: at its end.

import {measureLine} from './measure-line.js';

/**
 * One display line. `start` and `end` are offsets into the text. A space at which the text was broken belongs to no line, and spaces
 * that do not fit are not in `text`, though they lie between `start` and `end` when the line is the last of its paragraph.
 */
export type WrappedLine = {readonly text: string; readonly start: number; readonly end: number};

/** A text and its lines; there is always at least one line. */
export type WrappedText = {
	readonly text: string;
	readonly width: number;
	readonly lines: readonly WrappedLine[];
};

/** A grapheme can move the break of its own line and of the two before it; earlier lines stand. */
const unsettledLines = 3;

/**
 * Wraps sanitised text (`\n` is its only control character) at spaces, and inside words that are longer than a line. Leading spaces are
 * kept; continued lines begin at the margin. No line is wider than `width`, which counts as 1 if it is less: a character that does not
 * fit even alone is shown as `…`.
 *
 * With `previous`, the wrapping of a prefix of `text`, the settled lines are taken from there. The result is the same as without.
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

/** Appends the lines of `text` from `start` to `end`, in which there is no newline. */
function wrapParagraph(text: string, start: number, end: number, width: number, lines: WrappedLine[]): void {
	let lineStart = start;
	do {
		const {shown, lineEnd, next} = measureLine(text, lineStart, end, width);
		lines.push({text: shown, start: lineStart, end: lineEnd});
		lineStart = next;
	} while (lineStart < end);
}
