import type {JsonFolds} from './json-folds.js';

/** Characters of a string that are lit: the string's JSON Pointer, and offsets into its text. Any other value is lit as a whole. */
export type JsonLit = {
	readonly path: string;
	readonly start: number;
	readonly end: number;
};

/** How a value is laid out. `stringRows` is about how many rows a string may take before it is cut. */
export type JsonLayout = {
	readonly folds: JsonFolds;
	readonly width: number;
	readonly stringRows: number;
	readonly lit: JsonLit | null;
};

/** Whether something is lit in the value at a path. */
export function isLitIn({lit}: JsonLayout, path: string): boolean {
	return lit !== null && (lit.path === path || lit.path.startsWith(`${path}/`));
}

/** Two cells a level, but never more than half of the row. */
export function indentAt(depth: number, width: number): number {
	return Math.min(depth * 2, Math.floor(width / 2));
}

/** The cells that are left for a line at this depth. */
export function cellsAt(depth: number, width: number): number {
	return Math.max(1, width - indentAt(depth, width));
}
