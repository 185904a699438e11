import type {AlignedEvents} from '../../analysis/comparison/align-logs.js';
import {alignedRow, sameWords} from '../../analysis/comparison/aligned-row.js';
import type {StreamComparison} from '../../analysis/comparison/compare-streams.js';
import {type LogItem, logItems} from '../../analysis/comparison/log-items.js';
import {sideRows} from '../../analysis/comparison/side-rows.js';
import {type Row, segment} from '../../text/segment.js';
import {bodySize} from '../help/help-layout.js';
import type {Screen} from '../screen/screen.js';
import {perScreen, selector} from '../screen/selector.js';
import {selectComparison, selectDiffShare} from './select-comparison.js';

/** The rows of two exchanges side by side: the head, with figures, and the two logs. Rows of the logs are made when they become visible. */
export type DiffRows = {
	readonly head: readonly Row[];
	readonly items: readonly LogItem[];
	/** The rows at which a stretch of differences begins. */
	readonly differences: readonly number[];
	readonly count: number;
};

const itemsOf = selector(
	screen => [selectComparison(screen), screen.diff.isWhole] as const,
	(comparison, isWhole): readonly LogItem[] =>
		comparison === null
			? []
			: isWhole
				? comparison.log.map((row, index): LogItem => ({kind: 'row', index, row}))
				: logItems(comparison.log),
);

export const selectDiffRows: (screen: Screen) => DiffRows = perScreen(screen => {
	const comparison = selectComparison(screen);
	if (comparison === null) {
		return {
			head: [[segment(`comparing: ${selectDiffShare(screen)} %, Esc stops`, 'dim')]],
			items: [],
			differences: [],
			count: 1,
		};
	}

	const items = itemsOf(screen);
	const head = headRows(comparison, bodySize(screen).width - 1);
	const differences = startsOf(items).map(start => start + head.length);
	return {head, items, differences, count: head.length + items.length};
});

function headRows(comparison: StreamComparison, width: number): readonly Row[] {
	return [...sideRows(comparison, width), [], [segment('events', 'title')]];
}

/** The items at which a stretch of differences begins. */
function startsOf(items: readonly LogItem[]): readonly number[] {
	return items.flatMap((item, index) => (isDifferent(item) && !isDifferent(items[index - 1]) ? [index] : []));
}

function isDifferent(item: LogItem | undefined): boolean {
	return item?.kind === 'row' && !item.row.isSame;
}

type Stretch = {
	readonly from: number;
	readonly to: number;
	readonly width: number;
	/** The row whose right event Enter goes to. */
	readonly chosen?: number | null;
};

/** The rows [from, to), at most `width` cells wide. */
export function diffRowsBetween(
	{head, items}: DiffRows,
	{from, to, width, chosen = null}: Stretch,
): readonly Row[] {
	return Array.from({length: Math.max(0, to - from)}, (_, offset): Row => {
		const row = from + offset;
		const item = items[row - head.length];
		if (item === undefined) {
			return head[row] ?? [];
		}

		return item.kind === 'row'
			? alignedRow(item.row, width, row === chosen)
			: [segment(sameWords(item.skipped), 'dim')];
	});
}

/** The events of a row; `null` for a row of the head, and for what is only counted. */
export function eventsOfRow({head, items}: DiffRows, row: number): AlignedEvents | null {
	const item = items[row - head.length];
	return item?.kind === 'row' ? item.row : null;
}
