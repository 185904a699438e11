import {type Breakpoint, breakpointWords} from '../../analysis/breakpoint.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {fitRow, type Row, rowWidth, segment, spreadRow} from '../../text/segment.js';
import {truncate} from '../../text/text-width.js';

/** The upper row of the screen: what is shown, where playing will stop, and what else there is to say at the right. */
export function headerRow(
	{left, right}: {readonly left: Row; readonly right: Row},
	breakpoint: Breakpoint | null,
	width: number,
): Row {
	const words = breakpoint === null ? '' : `◉ stops ${sanitizeLine(breakpointWords(breakpoint))}`;
	// However long the text is that one waits for, the rest of the header stays.
	const shown = words === '' ? [] : [segment(` ${truncate(words, Math.floor(width / 2))}  `, 'accent')];
	const other = [...shown, ...right];
	// Where both do not fit, each has half of the row at least, and a space stands between them.
	const room = Math.min(rowWidth(other), Math.max(Math.floor(width / 2), width - rowWidth(left) - 1));
	return spreadRow(fitRow(left, Math.max(0, width - room - 1)), fitRow(other, room), width);
}
