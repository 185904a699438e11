// Lays out one line of code in rows. Every space is kept.

import {textWidth} from './text-width.js';
import type {WrappedLine} from './wrap-text.js';

const segmenter = new Intl.Segmenter();
const printableAscii = /^[\u0020-\u007E]*$/;

/** A row ends after a blank in its second half; without one, after one of these signs. */
const sign = /[,;:.(){}[\]<>|&+*/=?!-]/;

/** Where each character of a line begins, with the line's length at the end, and its width in cells. */
type Characters = {readonly starts: Uint32Array; readonly widths: Uint8Array};

/**
 * Cuts `text`, which is sanitised and has no newlines, into rows of at most `width` cells (at least 1), and of at most `next` cells from the
 * second row on. Rows end after a blank, or else after a sign, where possible. A blank for which a row has no cell left is not shown. Returns at
 * least one row. A character too wide for a row is shown as `…`.
 */
export function wrapCode(text: string, width: number, next = width): readonly WrappedLine[] {
	const isAscii = printableAscii.test(text);
	if (text === '' || (isAscii && text.length <= width)) {
		return [{text, start: 0, end: text.length}];
	}

	const characters = isAscii ? asciiCharacters(text) : graphemes(text);
	const count = characters.widths.length;
	const lines: WrappedLine[] = [];
	let cells = Math.max(1, Math.floor(width));
	for (let from = 0; from < count; ) {
		const to = endOfRow(text, characters, from, cells);
		const start = characters.starts[from] ?? 0;
		const end = characters.starts[to] ?? text.length;
		lines.push({text: shownPart(text, characters, from, to, cells), start, end});
		from = to;
		cells = Math.max(1, Math.floor(next));
	}

	return lines;
}

function shownPart(
	text: string,
	{starts, widths}: Characters,
	from: number,
	to: number,
	cells: number,
): string {
	if ((widths[from] ?? 0) > cells) {
		return '…';
	}

	const used = widths.subarray(from, to).reduce((sum, width) => sum + width, 0);
	return text.slice(starts[from], starts[used > cells ? to - 1 : to]);
}

/** The index of the character after the row that begins with character `from`. */
function endOfRow(text: string, {starts, widths}: Characters, from: number, cells: number): number {
	let used = 0;
	let blank = -1;
	let afterSign = -1;
	for (let at = from; at < widths.length; at++) {
		const character = text.charAt(starts[at] ?? 0);
		used += widths[at] ?? 0;
		if (used > cells) {
			const isBlank = character === ' ' && at > from;
			return isBlank ? at + 1 : ([blank, afterSign].find(end => end !== -1) ?? Math.max(from + 1, at));
		}

		if (used > cells / 2) {
			blank = character === ' ' ? at + 1 : blank;
			afterSign = sign.test(character) ? at + 1 : afterSign;
		}
	}

	return widths.length;
}

function asciiCharacters(text: string): Characters {
	return {
		starts: Uint32Array.from({length: text.length + 1}, (_, index) => index),
		widths: new Uint8Array(text.length).fill(1),
	};
}

function graphemes(text: string): Characters {
	const starts: number[] = [];
	const widths: number[] = [];
	for (const {segment, index} of segmenter.segment(text)) {
		starts.push(index);
		widths.push(Math.min(255, textWidth(segment)));
	}

	starts.push(text.length);
	return {starts: Uint32Array.from(starts), widths: Uint8Array.from(widths)};
}
