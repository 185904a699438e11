// Lays out one line of code in rows. Every space is kept.

import {textWidth} from './text-width.js';
import type {WrappedLine} from './wrap-text.js';

const segmenter = new Intl.Segmenter();
const printableAscii = /^[\u0020-\u007E]*$/;

/** A row ends after one of these, if there is one in its second half. */
const breakAfter = /[\s,;:.(){}[\]<>|&+*/=?!-]/;

/** Where each character of a line begins, with the line's length at the end, and its width in cells. */
type Characters = {readonly starts: Uint32Array; readonly widths: Uint8Array};

/**
 * Cuts `text`, which is sanitised and has no newlines, into rows of at most `width` cells (at least 1), and of at most `next` cells from the
 * second row on. Rows end after a blank or a sign where possible. Returns at least one row. A character too wide for a row is shown as `…`.
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
		const isTooWide = (characters.widths[from] ?? 0) > cells;
		lines.push({text: isTooWide ? '…' : text.slice(start, end), start, end});
		from = to;
		cells = Math.max(1, Math.floor(next));
	}

	return lines;
}

/** The index of the character after the row that begins with character `from`. */
function endOfRow(text: string, {starts, widths}: Characters, from: number, cells: number): number {
	let used = 0;
	let good = -1;
	for (let at = from; at < widths.length; at++) {
		used += widths[at] ?? 0;
		if (used > cells) {
			return good === -1 ? Math.max(from + 1, at) : good;
		}

		if (used > cells / 2 && breakAfter.test(text.charAt(starts[at] ?? 0))) {
			good = at + 1;
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
