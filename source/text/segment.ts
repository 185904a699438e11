import {textWidth, truncate} from './text-width.js';

/** A piece of a row in one style. `text` is sanitised and without ANSI; `role` names its style in the theme. */
export type Segment = {
	readonly text: string;
	readonly role?: string;
};

/** One row of the screen before it is styled. */
export type Row = readonly Segment[];

export function segment(text: string, role?: string): Segment {
	return role === undefined ? {text} : {text, role};
}

export function rowWidth(row: Row): number {
	return row.reduce((width, {text}) => width + textWidth(text), 0);
}

/** The row at exactly `width` cells: what does not fit is cut with an ellipsis, the rest filled with spaces. */
export function fitRow(row: Row, width: number): Row {
	const fitted: Segment[] = [];
	let left = width;
	for (const part of row) {
		const cells = textWidth(part.text);
		if (cells > left) {
			const text = truncate(part.text, left);
			fitted.push({...part, text});
			left -= textWidth(text);
			break;
		}

		fitted.push(part);
		left -= cells;
	}

	return left > 0 ? [...fitted, {text: ' '.repeat(left)}] : fitted;
}

/** Two rows in one, the second at the right edge. When both do not fit, the first is cut. */
export function spreadRow(left: Row, right: Row, width: number): Row {
	const rightWidth = Math.min(rowWidth(right), width);
	return [...fitRow(left, width - rightWidth), ...fitRow(right, rightWidth)];
}
