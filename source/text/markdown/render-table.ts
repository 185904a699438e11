// Tables. Columns are as wide as their text if that fits, else narrower with wrapped cells. As a last resort each row becomes a card, with one
// field for each cell.

import type {Tokens} from 'marked';
import {inlineSpans} from './inline-spans.js';
import type {MarkdownView} from './markdown-view.js';
import {type Span, type StyledLine, spansWidth, wrapSpans} from './spans.js';

type Cell = readonly Span[];
type Alignment = Tokens.Table['align'][number];

/** A column narrower than this would break most words, so the table becomes a list. */
const narrowestColumn = 6;

/** The length of the rule between two cards. */
const cardRule = 12;

/** The styled lines of a table. */
export function renderTable(table: Tokens.Table, view: MarkdownView): readonly string[] {
	const {style, width} = view;
	const header = table.header.map(cell => inlineSpans(cell.tokens, style, style.tableHeader));
	const rows = table.rows.map(row => row.map(cell => inlineSpans(cell.tokens, style)));
	const columns = rows.reduce((most, row) => Math.max(most, row.length), header.length);
	const widths = columnWidths([header, ...rows], columns, width - 3 * (columns - 1));
	if (!widths) {
		return renderCards(header, rows, view);
	}

	const separator = style.tableBorder(widths.map(cells => '─'.repeat(cells)).join('─┼─'));
	const laidOut = [header, ...rows].map(row => layOutRow(row, widths, table.align, view));
	// If cells have several lines, a rule shows where each row ends.
	const isRuled = laidOut.slice(1).some(lines => lines.length > 1);
	return laidOut.flatMap((lines, index) =>
		index === 1 || (index > 1 && isRuled) ? [separator, ...lines] : lines,
	);
}

/** Narrow columns get what they need and the others share the rest. Returns `null` if that is too little. */
function columnWidths(
	rows: ReadonlyArray<readonly Cell[]>,
	count: number,
	available: number,
): readonly number[] | null {
	// Measures no cell if there is no room for the columns, because a broken table may have thousands of them.
	if (available < count) {
		return null;
	}

	const natural = Array.from({length: count}, (_, column) =>
		rows.reduce((most, row) => Math.max(most, spansWidth(row[column] ?? [])), 1),
	);
	const widths = [...natural];
	let remaining = available;
	let columns = count;
	for (const {cells, index} of natural
		.map((cells, index) => ({cells, index}))
		.sort((a, b) => a.cells - b.cells)) {
		const share = Math.floor(remaining / columns);
		if (share < Math.min(cells, narrowestColumn)) {
			return null;
		}

		widths[index] = Math.min(cells, share);
		remaining -= Math.min(cells, share);
		columns--;
	}

	return widths;
}

function layOutRow(
	row: readonly Cell[],
	widths: readonly number[],
	align: readonly Alignment[],
	{style}: MarkdownView,
): readonly string[] {
	const cells = widths.map((width, column) => wrapSpans(row[column] ?? [], width));
	const height = Math.max(...cells.map(lines => lines.length));
	return Array.from({length: height}, (_, line) =>
		widths
			.map((width, column) => alignCell(cells[column]?.[line], width, align[column] ?? null))
			.join(style.tableBorder(' │ ')),
	);
}

function alignCell(line: StyledLine | undefined, width: number, align: Alignment): string {
	const {text, width: used} = line ?? {text: '', width: 0};
	const free = Math.max(0, width - used);
	const left = align === 'right' ? free : align === 'center' ? Math.floor(free / 2) : 0;
	return ' '.repeat(left) + text + ' '.repeat(free - left);
}

/** Cells without text are left out, because a card has no columns to keep straight. */
function renderCards(
	header: readonly Cell[],
	rows: ReadonlyArray<readonly Cell[]>,
	{style, width}: MarkdownView,
): readonly string[] {
	const colon: Span = {text: ': ', paint: style.tableBorder};
	const cards = rows.map(row =>
		row.flatMap((cell, column) => {
			const name = header[column] ?? [];
			return spansWidth(cell) === 0 ? [] : [spansWidth(name) === 0 ? cell : [...name, colon, ...cell]];
		}),
	);
	const indent = width > 2 * narrowestColumn ? '  ' : '';
	const hanging = (field: Cell) =>
		wrapSpans(field, width - indent.length).map((line, index) => (index === 0 ? '' : indent) + line.text);
	return (cards.length > 0 ? cards : [header]).flatMap((fields, index) => [
		...(index > 0 ? [style.tableBorder('─'.repeat(Math.min(width, cardRule)))] : []),
		...fields.flatMap(hanging),
	]);
}
