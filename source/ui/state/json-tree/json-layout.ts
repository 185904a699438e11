import type {JsonFolds} from './json-folds.js';

/** How a value is laid out. `stringRows` is about how many rows a string may take before it is cut. */
export type JsonLayout = {
	readonly folds: JsonFolds;
	readonly width: number;
	readonly stringRows: number;
};

/** Two cells a level, but never more than half of the row. */
export function indentAt(depth: number, width: number): number {
	return Math.min(depth * 2, Math.floor(width / 2));
}

/** The cells that are left for a line at this depth. */
export function cellsAt(depth: number, width: number): number {
	return Math.max(1, width - indentAt(depth, width));
}
