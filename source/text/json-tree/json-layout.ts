import type {JsonFolds} from './json-folds.js';

/** Highlighted characters: the string's JSON Pointer, and offsets into its text. Any other value is highlighted as a whole. */
export type JsonHighlight = {
	readonly path: string;
	readonly start: number;
	readonly end: number;
};

/** How a value is laid out. `stringRows` is roughly the number of rows a string may take before it is cut. */
export type JsonLayout = {
	readonly folds: JsonFolds;
	readonly width: number;
	readonly stringRows: number;
	readonly highlight: JsonHighlight | null;
};

/** Whether anything is highlighted in the value at a path. */
export function isHighlightIn({highlight}: JsonLayout, path: string): boolean {
	return highlight !== null && (highlight.path === path || highlight.path.startsWith(`${path}/`));
}

/** Two cells per level, but never more than half of the row. */
export function indentAt(depth: number, width: number): number {
	return Math.min(depth * 2, Math.floor(width / 2));
}

/** The cells left for a line at this depth. */
export function cellsAt(depth: number, width: number): number {
	return Math.max(1, width - indentAt(depth, width));
}
