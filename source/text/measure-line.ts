// Measures how much running text fits on one line.

import {textWidth} from './text-width.js';

const segmenter = new Intl.Segmenter();
const printableAscii = /^[\u0020-\u007E]*$/;
// Chinese, Japanese and Korean text and emoji may be followed by a break, but a line must not begin with these.
const neverFirst =
	/^[,.!?;:)\]}…’”、。，．・：；？！）］｝〉》」』】〕〗〙ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/;

/** The visible text of a line, where it ends, and where the next line begins. */
export type MeasuredLine = {readonly shown: string; readonly lineEnd: number; readonly next: number};

/** Finds the longest line that begins at `start` of `text` and fits `width` cells. `end` is the end of the paragraph. */
export function measureLine(text: string, start: number, end: number, width: number): MeasuredLine {
	return measureAscii(text, start, end, width) ?? measureGraphemes(text, start, end, width);
}

/** Equivalent to `measureGraphemes` at a tenth of its cost. Returns `null` if it cannot tell. */
function measureAscii(text: string, start: number, end: number, width: number): MeasuredLine | null {
	// Includes the character after the line, and one more that could combine with it.
	const ahead = text.slice(start, Math.min(end, start + width + 2));
	if (!printableAscii.test(ahead)) {
		return null;
	}

	if (end - start <= width) {
		return {shown: text.slice(start, end), lineEnd: end, next: end};
	}

	if (ahead.charAt(width) === ' ') {
		return measureToSpace(text, start, end, width);
	}

	const lastSpace = ahead.lastIndexOf(' ', width);
	const shown = ahead.slice(0, Math.max(0, lastSpace)).trimEnd();
	return shown === ''
		? {shown: ahead.slice(0, width), lineEnd: start + width, next: start + width}
		: {shown, lineEnd: start + shown.length, next: start + lastSpace + 1};
}

/** Handles a line whose first character that does not fit is a space, with only ASCII before it. */
function measureToSpace(text: string, start: number, end: number, width: number): MeasuredLine | null {
	const spaces = text.slice(start + width, end).search(/[^ ]/);
	const next = spaces === -1 ? end : start + width + spaces;
	const shown = text.slice(start, start + width);
	if (next === end) {
		return {shown, lineEnd: end, next: end};
	}

	// A combining mark after the spaces would belong to the last of them.
	if (!printableAscii.test(text.slice(next, next + 2))) {
		return null;
	}

	const words = shown.trimEnd();
	return words === '' ? {shown, lineEnd: next, next} : {shown: words, lineEnd: start + words.length, next};
}

function measureGraphemes(text: string, start: number, end: number, width: number): MeasuredLine {
	let cells = 0;
	let position = start;
	let shownEnd = start;
	let spacesFrom = -1;
	let breakEnd = -1;
	let breakNext = -1;
	let afterWide = false;
	// The start of a run of zero-width graphemes, which belong to the next grapheme and do not change its width.
	let hangerFrom = -1;
	for (const grapheme of graphemes(text, start, end, width + 8)) {
		const isSpace = grapheme === ' ';
		const size = isSpace ? 1 : textWidth(grapheme);
		if (isSpace) {
			spacesFrom = spacesFrom === -1 ? position : spacesFrom;
			hangerFrom = -1;
		} else if (size === 0) {
			hangerFrom = hangerFrom === -1 ? position : hangerFrom;
		} else {
			const from = hangerFrom === -1 ? position : hangerFrom;
			const isBreakable = spacesFrom !== -1 ? spacesFrom > start : (afterWide || size > 1) && from > start;
			if (isBreakable && !(spacesFrom === -1 && neverFirst.test(grapheme))) {
				breakEnd = spacesFrom === -1 ? from : spacesFrom;
				breakNext = from;
			}

			spacesFrom = -1;
			hangerFrom = -1;
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

function cutLine(
	text: string,
	{start, position, shownEnd, breakEnd, breakNext, size}: Overflow,
): MeasuredLine {
	if (breakNext !== -1) {
		return {shown: text.slice(start, breakEnd), lineEnd: breakEnd, next: breakNext};
	}

	if (position > start) {
		return {shown: text.slice(start, shownEnd), lineEnd: position, next: position};
	}

	return {shown: '…', lineEnd: position + size, next: position + size};
}

/** Works lazily, one piece at a time. Segmenting a long paragraph for each of its lines would cost its length squared. */
function* graphemes(text: string, start: number, end: number, pieceSize: number): Generator<string> {
	let size = pieceSize;
	for (let from = start; from < end; ) {
		// Half of a surrogate pair would hide that the grapheme before it continues.
		const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(from + size - 1));
		const to = Math.min(end, from + size + (isHalf ? 1 : 0));
		const piece = text.slice(from, to);
		const isAscii = printableAscii.test(piece);
		const segments = isAscii ? [...piece] : Array.from(segmenter.segment(piece), ({segment}) => segment);
		// The last grapheme may continue in the next piece.
		const whole = to === end ? segments : segments.slice(0, -1);
		yield* whole;
		size = whole.length === 0 ? size * 2 : pieceSize;
		from += whole.reduce((sum, {length}) => sum + length, 0);
	}
}
