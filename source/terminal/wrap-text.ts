// Plain text laid out in lines of a given width. Growing text is wrapped again only where it can change: at its end.

import {textWidth} from './text-width.js';

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

const segmenter = new Intl.Segmenter();
const printableAscii = /^[\u0020-\u007E]*$/;
// Chinese, Japanese and Korean text may be broken between any two characters, but a line does not begin with these.
const neverFirst = /^[、。，．・：；？！）］｝〉》」』】〕〗〙ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/;

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
	if (previous?.width !== cells || !text.startsWith(previous.text)) {
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

type Line = {readonly shown: string; readonly lineEnd: number; readonly next: number};

/** The longest line that begins at `start`: what to show, where it ends, and where the next one begins. */
function measureLine(text: string, start: number, end: number, width: number): Line {
	let cells = 0;
	let position = start;
	let shownEnd = start;
	let spacesFrom = -1;
	let breakEnd = -1;
	let breakNext = -1;
	let afterWide = false;
	for (const grapheme of graphemes(text, start, end, width + 8)) {
		const isSpace = grapheme === ' ';
		const size = isSpace ? 1 : textWidth(grapheme);
		if (isSpace) {
			spacesFrom = spacesFrom === -1 ? position : spacesFrom;
		} else {
			const isBreakable =
				spacesFrom !== -1 ? spacesFrom > start : (afterWide || size > 1) && position > start;
			if (isBreakable && !(spacesFrom === -1 && neverFirst.test(grapheme))) {
				breakEnd = spacesFrom === -1 ? position : spacesFrom;
				breakNext = position;
			}

			spacesFrom = -1;
			afterWide = size > 1;
		}

		if (cells + size <= width) {
			cells += size;
			shownEnd = position + grapheme.length;
		} else if (!isSpace) {
			return cutLine(text, {start, position, shownEnd, breakEnd, breakNext, size: grapheme.length});
		}

		position += grapheme.length;
	}

	return {shown: text.slice(start, shownEnd), lineEnd: end, next: end};
}

type Overflow = {
	readonly start: number;
	readonly position: number;
	readonly shownEnd: number;
	readonly breakEnd: number;
	readonly breakNext: number;
	readonly size: number;
};

function cutLine(text: string, {start, position, shownEnd, breakEnd, breakNext, size}: Overflow): Line {
	if (breakNext !== -1) {
		return {shown: text.slice(start, breakEnd), lineEnd: breakEnd, next: breakNext};
	}

	if (position > start) {
		return {shown: text.slice(start, shownEnd), lineEnd: position, next: position};
	}

	return {shown: '…', lineEnd: position + size, next: position + size};
}

/** Lazily and a piece at a time, since to segment a long paragraph for each of its lines would cost its length squared. */
function* graphemes(text: string, start: number, end: number, pieceSize: number): Generator<string> {
	let size = pieceSize;
	for (let from = start; from < end; ) {
		const to = Math.min(end, from + size);
		const piece = text.slice(from, to);
		const isAscii = printableAscii.test(piece);
		const segments = isAscii ? [...piece] : Array.from(segmenter.segment(piece), ({segment}) => segment);
		// The last one may go on in the next piece.
		const whole = to === end ? segments : segments.slice(0, -1);
		yield* whole;
		size = whole.length === 0 ? size * 2 : pieceSize;
		from += whole.reduce((sum, {length}) => sum + length, 0);
	}
}
