import type {Filter} from '../../analysis/filter/filter.js';
import {printFilter} from '../../analysis/filter/print-filter.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {fitRow, type Row, rowWidth, segment, spreadRow} from '../../text/segment.js';
import {truncate} from '../../text/text-width.js';

/** The top row of the screen: what is shown, the breakpoint, and further facts at the right. */
export function headerRow(
	header: (width: number) => {readonly left: Row; readonly right: Row},
	breakpoint: Filter | null,
	width: number,
): Row {
	const words = breakpoint === null ? '' : `◉ stops at ${sanitizeLine(printFilter(breakpoint))}`;
	// A long breakpoint text must leave room for the rest of the header.
	const shown = words === '' ? [] : [segment(` ${truncate(words, Math.floor(width / 2))}  `, 'accent')];
	const {left, right} = header(width - rowWidth(shown));
	const other = [...shown, ...right];
	// If both do not fit, each gets at least half of the row, with a space between them.
	const room = Math.min(rowWidth(other), Math.max(Math.floor(width / 2), width - rowWidth(left) - 1));
	return spreadRow(fitRow(left, Math.max(0, width - room - 1)), fitRow(other, room), width);
}
