// Tables. Columns are as wide as their text if that fits, else narrower with wrapped cells. As a last resort the table becomes a list of
// fields.

import type {Tokens} from 'marked';
import {inlineSpans} from './inline-spans.js';
import type {MarkdownView} from './markdown-view.js';
import {type Span, type StyledLine, spansWidth, wrapSpans} from './spans.js';

type Alignment = Tokens.Table['align'][number];

/** A column narrower than this would break most words, so the table becomes a list. */
const narrowestColumn = 6;

/** The styled lines of a table. */
export function renderTable(table: Tokens.Table, view: MarkdownView): readonly string[] {
	const {style, width} = view;
	const header = table.header.map(cell => inlineSpans(cell.tokens, style, style.tableHeader));
	const rows = table.rows.map(row => row.map(cell => inlineSpans(cell.tokens, style)));
	const natural = header.map((_, column) =>
		Math.max(1, ...[header, ...rows].map(row => spansWidth(row[column] ?? []))),
	);
	const widths = columnWidths(natural, width - 3 * (header.length - 1));
	if (!widths) {
		return renderFields(header, rows, view);
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
function columnWidths(natural: readonly number[], available: number): readonly number[] | null {
	const widths = [...natural];
	let remaining = available;
	let columns = natural.length;
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
	row: readonly (readonly Span[])[],
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

function renderFields(
	header: readonly (readonly Span[])[],
	rows: readonly (readonly (readonly Span[])[])[],
	{style, width}: MarkdownView,
): readonly string[] {
	const colon: Span = {text: ': ', paint: style.tableBorder};
	const records = rows.map(row => row.map((cell, column) => [...(header[column] ?? []), colon, ...cell]));
	const shown = records.length > 0 ? records : [header];
	return shown.flatMap((fields, index) => [
		...(index > 0 ? [''] : []),
		...fields.flatMap(field => wrapSpans(field, width).map(line => line.text)),
	]);
}
