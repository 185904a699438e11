// One line of running text: how much of it fits.

import {textWidth} from './text-width.js';

const segmenter = new Intl.Segmenter();
const printableAscii = /^[\u0020-\u007E]*$/;
// Chinese, Japanese and Korean text may be broken between any two characters, but a line does not begin with these.
const neverFirst = /^[、。，．・：；？！）］｝〉》」』】〕〗〙ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々]/;

/** What a line shows, where it ends, and where the next one begins. */
export type MeasuredLine = {readonly shown: string; readonly lineEnd: number; readonly next: number};

/** The longest line that begins at `start` of `text` and fits `width` cells; `end` is where the paragraph ends. */
export function measureLine(text: string, start: number, end: number, width: number): MeasuredLine {
	return measureAscii(text, start, end, width) ?? measureGraphemes(text, start, end, width);
}

/** The same as `measureGraphemes` at a tenth of its cost; `null` where it cannot tell. */
function measureAscii(text: string, start: number, end: number, width: number): MeasuredLine | null {
	// The character after the line, and one more, because it could join that one.
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

/** The same where a space is the first character that does not fit, and all up to it are ASCII. */
function measureToSpace(text: string, start: number, end: number, width: number): MeasuredLine | null {
	const spaces = text.slice(start + width, end).search(/[^ ]/);
	const next = spaces === -1 ? end : start + width + spaces;
	const shown = text.slice(start, start + width);
	if (next === end) {
		return {shown, lineEnd: end, next: end};
	}

	// A mark after the spaces would belong to the last of them.
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
	// Where a run of graphemes without width began: they belong to what comes next and change nothing for it.
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

/** Lazily and a piece at a time, since to segment a long paragraph for each of its lines would cost its length squared. */
function* graphemes(text: string, start: number, end: number, pieceSize: number): Generator<string> {
	let size = pieceSize;
	for (let from = start; from < end; ) {
		// Half of a surrogate pair would hide that what comes before it goes on.
		const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(from + size - 1));
		const to = Math.min(end, from + size + (isHalf ? 1 : 0));
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
