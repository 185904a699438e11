import {textWidth, truncate} from './text-width.js';

/** A piece of a row in one style. `text` is sanitised and contains no ANSI codes. `role` names its style in the theme. */
export type Segment = {
	readonly text: string;
	readonly role?: string;
	/** The address that it leads to where the terminal can show hyperlinks. */
	readonly link?: string;
};

/** One row of the screen before styling. */
export type Row = readonly Segment[];

export function segment(text: string, role?: string): Segment {
	return role === undefined ? {text} : {text, role};
}

export function rowWidth(row: Row): number {
	return row.reduce((width, {text}) => width + textWidth(text), 0);
}

/** Fits a row to exactly `width` cells: cuts it with an ellipsis or fills it with spaces. */
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

/** Joins two rows, the second at the right edge. If both do not fit, the first is cut. */
export function spreadRow(left: Row, right: Row, width: number): Row {
	const rightWidth = Math.min(rowWidth(right), width);
	return [...fitRow(left, width - rightWidth), ...fitRow(right, rightWidth)];
}
