import {type Row, segment} from '../segment.js';
import type {JsonFolds} from './json-folds.js';
import {cellsAt, indentAt, type JsonHighlight, type JsonLayout} from './json-layout.js';
import {headLine, type JsonLine, tailLine} from './json-line.js';
import {type JsonNode, jsonNode} from './json-node.js';
import {type LaidLine, layLine, rowsOf} from './laid-line.js';

/**
 * One row of a value shown as JSON. `path` is the JSON Pointer of the row's value. A container's first and last rows share a path, and so do
 * all rows of a long string. `segments` is sanitised and fits the requested width.
 */
export type JsonRow = {
	readonly path: string;
	readonly depth: number;
	readonly isFoldable: boolean;
	readonly isFolded: boolean;
	readonly segments: Row;
};

/** A range of rows from `first` to `last`, both included. */
export type RowSpan = {readonly first: number; readonly last: number};

/** All rows of a value, built only on demand. `root` and `layout` let the next call continue from here. */
export type JsonRows = {
	readonly count: number;
	/** The rows from `from` up to, but not including, `to`. */
	slice(from: number, to: number): readonly JsonRow[];
	/** The rows of the highlighted characters. `null` if none are visible. */
	highlightedRows(): RowSpan | null;
	/** The first row of the value at `path`, or of the folded value that hides it. −1 if there is no such value. */
	indexOf(path: string): number;
	readonly root: JsonNode;
	readonly layout: JsonLayout;
};

export type JsonRowsOptions = {
	readonly folds: JsonFolds;
	/** In cells, 2 or more. */
	readonly width: number;
	/** Roughly the number of rows a string may take before it is cut, with a note of what is hidden. The default is 8. */
	readonly stringRows?: number;
	/** Highlighted characters. Their string is shown whole unless it is very long. */
	readonly highlight?: JsonHighlight | null;
};

/**
 * Lays out any JSON value in indented rows, with long strings cut or wrapped. `previous` holds the rows of an earlier state of the value.
 * Unchanged rows are taken from it, and only the end of a string that has grown is quoted and wrapped again. The result is the same as without
 * it.
 */
export function jsonRows(value: unknown, options: JsonRowsOptions, previous?: JsonRows): JsonRows {
	const layout = {stringRows: 8, highlight: null, ...options};
	const place = {path: '', depth: 0, key: null, value, isLast: true};
	const root = jsonNode(place, layout, previous && isSame(previous.layout, layout) ? previous.root : null);
	return {
		count: root.count,
		slice(from, to) {
			const rows: JsonRow[] = [];
			collect(root, layout, Math.max(0, from), Math.min(root.count, to), rows);
			return rows;
		},
		indexOf: path => indexIn(root, path),
		highlightedRows: () => highlightedRows(root, layout),
		root,
		layout,
	};
}

function isSame(one: JsonLayout, other: JsonLayout): boolean {
	return one.width === other.width && one.folds === other.folds && one.stringRows === other.stringRows;
}

/** Appends the rows of a node from `from` to `to`, counted from its own first row. */
function collect(node: JsonNode, layout: JsonLayout, from: number, to: number, rows: JsonRow[]): void {
	const headRows = node.head?.whole.lines.length ?? 1;
	if (from < headRows && to > 0) {
		pushLine(node, node.head ?? layNow(node, headLine(node, layout, null), layout), from, to, layout, rows);
	}

	let offset = headRows;
	for (const child of node.children) {
		if (offset >= to) {
			return;
		}

		if (offset + child.count > from) {
			collect(child, layout, from - offset, to - offset, rows);
		}

		offset += child.count;
	}

	if (node.isOpen && offset < to) {
		pushLine(
			node,
			node.tail ?? layNow(node, tailLine(node), layout),
			from - offset,
			to - offset,
			layout,
			rows,
		);
	}
}

function layNow({depth}: JsonNode, line: JsonLine, {width}: JsonLayout): LaidLine {
	return layLine(line, cellsAt(depth, width), null);
}

function pushLine(
	{path, depth}: JsonNode,
	laid: LaidLine,
	from: number,
	to: number,
	{width}: JsonLayout,
	rows: JsonRow[],
): void {
	const {isFoldable, isFolded} = laid.line;
	const indent = indentAt(depth, width);
	const lead = indent === 0 ? [] : [segment(' '.repeat(indent))];
	for (const row of rowsOf(laid, Math.max(0, from), Math.max(0, to))) {
		rows.push({path, depth, isFoldable, isFolded, segments: [...lead, ...row]});
	}
}

function highlightedRows(root: JsonNode, layout: JsonLayout): RowSpan | null {
	const {highlight} = layout;
	const node = highlight === null ? null : nodeAt(root, highlight.path);
	if (highlight === null || node === null) {
		return null;
	}

	const laid = node.head ?? layNow(node, headLine(node, layout, null), layout);
	const {open} = laid.line;
	const index = open.findIndex(({role}) => role === 'highlight');
	if (index === -1) {
		return null;
	}

	const offset = open.slice(0, index).reduce((sum, {text}) => sum + text.length, 0);
	const end = offset + (open[index]?.text.length ?? 0);
	const top = indexIn(root, highlight.path);
	return {first: top + rowAt(laid, offset), last: top + rowAt(laid, Math.max(offset, end - 1))};
}

/** The row of a wrapped line that contains a character. */
function rowAt({whole}: LaidLine, offset: number): number {
	return Math.max(
		0,
		whole.lines.findIndex(({end}) => end > offset),
	);
}

/** The node at a path, unless it is inside a folded value. */
function nodeAt(node: JsonNode, path: string): JsonNode | null {
	if (node.path === path) {
		return node;
	}

	const child = node.children.find(one => path === one.path || path.startsWith(`${one.path}/`));
	return child === undefined ? null : nodeAt(child, path);
}

function indexIn(node: JsonNode, path: string): number {
	if (node.path === path || !node.isOpen) {
		return node.path === path || path.startsWith(`${node.path}/`) ? 0 : -1;
	}

	let offset = node.head?.whole.lines.length ?? 1;
	for (const child of node.children) {
		if (path === child.path || path.startsWith(`${child.path}/`)) {
			const index = indexIn(child, path);
			return index === -1 ? -1 : offset + index;
		}

		offset += child.count;
	}

	return -1;
}
