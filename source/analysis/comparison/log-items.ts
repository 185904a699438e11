import type {AlignedEvents} from './align-logs.js';

/** The number of equal rows that are shown before and after one that differs. */
const context = 2;

/** A row of two logs side by side, or a stretch of `skipped` rows that are the same. `index` is that of the first row. */
export type LogItem =
	| {readonly kind: 'row'; readonly index: number; readonly row: AlignedEvents}
	| {readonly kind: 'same'; readonly index: number; readonly skipped: number};

/** The rows near differences; what is the same between them is only counted. */
export function logItems(rows: readonly AlignedEvents[]): readonly LogItem[] {
	const near = nearDifferences(rows);
	const items: LogItem[] = [];
	for (const [index, row] of rows.entries()) {
		const last = items.at(-1);
		if (near[index] === 1) {
			items.push({kind: 'row', index, row});
		} else if (last?.kind === 'same') {
			items[items.length - 1] = {...last, skipped: last.skipped + 1};
		} else {
			items.push({kind: 'same', index, skipped: 1});
		}
	}

	return items;
}

function nearDifferences(rows: readonly AlignedEvents[]): Uint8Array {
	const near = new Uint8Array(rows.length);
	for (const [index, {isSame}] of rows.entries()) {
		if (!isSame) {
			near.fill(1, Math.max(0, index - context), index + context + 1);
		}
	}

	return near;
}
