import type {Row, Segment} from '../segment.js';

/** One cell of a drawing. */
export type Cell = {readonly sign: string; readonly role: string | undefined};

/** Builds a row from cells. Adjacent cells with the same role share a segment. */
export function cellRow(cells: readonly Cell[]): Row {
	const row: Segment[] = [];
	let text = '';
	cells.forEach(({sign, role}, index) => {
		text += sign;
		if (index === cells.length - 1 || cells[index + 1]?.role !== role) {
			row.push(role === undefined ? {text} : {text, role});
			text = '';
		}
	});
	return row;
}
