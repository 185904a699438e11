import {formatMilliseconds, formatTokens} from '../format-numbers.js';
import {type Row, segment} from '../segment.js';
import {type Cell, cellRow} from './cell-row.js';
import {type Glyphs, glyphsFor, signFor} from './glyphs.js';
import {cutLabel} from './label.js';

/** Statistics of the gaps: their count, and durations in milliseconds. */
export type GapSummary = {
	readonly count: number;
	readonly p50: number;
	readonly p90: number;
	readonly max: number;
};

export type GapChartOptions = {
	/** Arrival times of the deltas in milliseconds, in ascending order. */
	readonly times: ArrayLike<number>;
	/** The summary of the gaps between them, or `null` if there are none. */
	readonly summary: GapSummary | null;
	/** The times at the left and right edges. */
	readonly from: number;
	readonly to: number;
	readonly width: number;
	readonly height: number;
	/** Minimum width of the scale (at most half of the row), so that drawings line up. */
	readonly labelWidth?: number;
	readonly isAscii?: boolean;
};

/** Below this width the columns have no scale. */
const narrow = 30;

/**
 * Draws the gaps of a stream over time. Each delta has a column as high as the gap before it. If several deltas share a column, it shows the
 * longest gap. The scale is linear from 0, marked at p50, p90 and max, which the last row names.
 */
export function gapChart(options: GapChartOptions): readonly Row[] {
	const {summary, width, height, isAscii = false} = options;
	if (summary === null) {
		return [[segment(cutLabel('no gaps yet', width, isAscii), 'dim')]];
	}

	const glyphs = glyphsFor(isAscii);
	const rows = Math.max(1, height - 1);
	const scale =
		width < narrow
			? []
			: scaleRows(summary, rows, Math.min(Math.floor(width / 2), options.labelWidth ?? 0), glyphs);
	const columns = columnsOf(options, Math.max(0, width - (scale[0]?.length ?? 0)));
	const chart = Array.from({length: rows}, (_, index): Row => {
		const cells = Array.from(columns, value => cellAt(value, summary.max, rows - 1 - index, rows, glyphs));
		const label = scale[index];
		return label === undefined ? cellRow(cells) : [segment(label, 'axis'), ...cellRow(cells)];
	});
	return height < 2 ? chart : [...chart, [segment(cutLabel(caption(summary), width, isAscii), 'dim')]];
}

function caption({count, p50, p90, max}: GapSummary): string {
	const [middle, high, top] = [p50, p90, max].map(formatMilliseconds);
	return `p50 ${middle} · p90 ${high} · max ${top} · ${formatTokens(count)} ${count === 1 ? 'gap' : 'gaps'}`;
}

/** For each column, the longest of the gaps that end in it. */
function columnsOf({times, from, to}: GapChartOptions, width: number): Float64Array {
	const columns = new Float64Array(width);
	for (let index = 1; index < times.length; index++) {
		const time = times[index] ?? 0;
		const share = to > from ? (time - from) / (to - from) : 0;
		const column = Math.max(0, Math.min(width - 1, Math.floor(share * width)));
		columns[column] = Math.max(columns[column] ?? 0, time - (times[index - 1] ?? 0));
	}

	return columns;
}

function cellAt(value: number, max: number, rowsBelow: number, rows: number, glyphs: Glyphs): Cell {
	const share = max > 0 ? (value / max) * rows - rowsBelow : 0;
	// Even the smallest gap shows in the lowest row.
	const sign = signFor(rowsBelow === 0 ? share : Math.round(share * 8) / 8, glyphs.columns);
	return {sign: sign ?? ' ', role: sign === null ? undefined : value === max ? 'peak' : 'bar'};
}

/** The labels beside the rows, from the top. Each row has one label. If two fall on the same row, it shows the greater. */
function scaleRows(
	{p50, p90, max}: GapSummary,
	rows: number,
	labelWidth: number,
	{axis, tick}: Glyphs,
): readonly string[] {
	const labels = new Map<number, string>();
	for (const value of [p50, p90, max]) {
		const row = max > 0 ? Math.max(0, Math.ceil((value / max) * rows) - 1) : 0;
		labels.set(rows - 1 - row, formatMilliseconds(value));
	}

	const width = Math.max(labelWidth - 2, ...[...labels.values()].map(label => label.length));
	return Array.from({length: rows}, (_, index) => {
		const label = labels.get(index);
		return `${(label ?? '').padStart(width)} ${label === undefined ? axis : tick}`;
	});
}
