import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';

/** The cells of a sign and the space after it. */
const signCells = 2;

/** A text behind a sign: the sign is in the first cell, and every line of the text begins two cells further. `' '` is no sign. */
export function hangingRows(sign: string, text: Row, width: number): readonly Row[] {
	const whole = text.map(part => part.text).join('');
	const role = text[0]?.role;
	return wrapText(whole, Math.max(1, width - signCells)).lines.map(
		(line, index): Row => [
			segment(index === 0 ? `${sign} ` : ' '.repeat(signCells), role),
			...partsBetween(text, line.start, line.start + line.text.length),
		],
	);
}

/** The part of a row from one UTF-16 offset to another. */
function partsBetween(row: Row, from: number, to: number): Row {
	let start = 0;
	return row.flatMap(part => {
		const text = part.text.slice(Math.max(0, from - start), Math.max(0, to - start));
		start += part.text.length;
		return text === '' ? [] : [{...part, text}];
	});
}
