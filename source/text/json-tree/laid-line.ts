import {type Row, type Segment, segment} from '../segment.js';
import {type WrappedLine, type WrappedText, wrapText} from '../wrap-text.js';
import type {JsonLine} from './json-line.js';

/** A line wrapped into rows. `open` is the wrapping without the closing part, so that a longer line can continue from it. */
export type LaidLine = {
	readonly line: JsonLine;
	readonly open: WrappedText;
	readonly whole: WrappedText;
};

/** Wraps a line to `cells`. Settled rows are taken from `previous`, an earlier form of the same line. */
export function layLine(line: JsonLine, cells: number, previous: LaidLine | null): LaidLine {
	const open = wrapText(textOf(line.open), cells, previous?.open);
	return {line, open, whole: wrapText(open.text + textOf(line.closing), cells, open)};
}

/** The segments of each row. */
export function rowsOf({line, whole}: LaidLine, from: number, to: number): readonly Row[] {
	const parts = [...line.open, ...line.closing];
	return whole.lines.slice(from, to).map(row => cutRow(parts, row));
}

/** The parts of a line that fall into one of its rows. */
function cutRow(parts: Row, {text, start}: WrappedLine): Row {
	const row: Segment[] = [];
	let offset = 0;
	let taken = 0;
	for (const part of parts) {
		const end = offset + part.text.length;
		const length = Math.min(end - start, text.length) - taken;
		if (length > 0) {
			// Taken from the row's own text, which has an ellipsis if nothing fits.
			row.push(segment(text.slice(taken, taken + length), part.role));
			taken += length;
		}

		offset = end;
	}

	return row;
}

function textOf(parts: Row): string {
	return parts.map(({text}) => text).join('');
}
