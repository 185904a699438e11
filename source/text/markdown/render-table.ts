// Tables. Columns are as wide as their text if that fits, else narrower with wrapped cells. As a last resort each row becomes a card, with one
// field for each cell.

import type {Tokens} from 'marked';
import {textWidth} from '../text-width.js';
import {inlineSpans} from './inline-spans.js';
import type {MarkdownView} from './markdown-view.js';
import {plainText, type Span, type StyledLine, spansWidth, wrapSpans} from './spans.js';

type Cell = readonly Span[];
type Alignment = Tokens.Table['align'][number];

/** A column narrower than this would break most words, so the table becomes cards. */
const narrowestColumn = 6;

/** A column that is to have wider words than this, such as addresses, may break them. */
const widestWord = 16;

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

/** Narrow columns get what they need and the others share the rest. Returns `null` if words would break in that. */
function columnWidths(
	rows: ReadonlyArray<readonly Cell[]>,
	count: number,
	available: number,
): readonly number[] | null {
	// Measures no cell if there is no room for the columns, because a broken table may have thousands of them.
	if (available < count) {
		return null;
	}

	const most = (measure: (cell: Cell) => number, column: number) =>
		rows.reduce((widest, row) => Math.max(widest, measure(row[column] ?? [])), 1);
	const natural = Array.from({length: count}, (_, column) => most(spansWidth, column));
	const narrowest = natural.map((cells, column) => Math.min(cells, most(leastWidth, column)));
	const widthsFor = (share: number) =>
		natural.map((cells, column) => Math.max(narrowest[column] ?? 0, Math.min(cells, share)));
	const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);
	if (total(narrowest) > available) {
		return null;
	}

	let share = Math.min(available, Math.max(...natural));
	while (total(widthsFor(share)) > available) {
		share--;
	}

	const widths = [...widthsFor(share)];
	// What is left over goes to the last columns, which say most.
	for (let column = count - 1, left = available - total(widths); column >= 0 && left > 0; column--) {
		const isCut = (widths[column] ?? 0) < (natural[column] ?? 0);
		widths[column] = (widths[column] ?? 0) + (isCut ? 1 : 0);
		left -= isCut ? 1 : 0;
	}

	return widths;
}

/** The width of the longest word that is not to be broken. Characters that are two cells wide break anywhere. */
function leastWidth(cell: Cell): number {
	const words = plainText(cell).match(/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu) ?? [];
	const widest = words.map(textWidth).filter(cells => cells <= widestWord);
	return Math.max(narrowestColumn, ...widest);
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
