import {type Row, segment} from '../segment.js';
import {type Cell, cellRow} from './cell-row.js';
import {fixedLabel} from './label.js';

/** The times at the left edge of the first cell and at the right edge of the last one, in milliseconds. */
export type WaterfallAxis = {readonly from: number; readonly to: number; readonly cells: number};

/** A row of a waterfall: what it shows, and its cells. `role` is the style of the label. */
export type WaterfallRow = {
	readonly label: string;
	readonly role?: string;
	readonly cells: readonly Cell[];
};

export const blankCell: Cell = {sign: ' ', role: undefined};

/** The cell of a time, which may lie beyond the edges. */
export function axisCell(time: number, {from, to, cells}: WaterfallAxis): number {
	return to > from ? Math.floor(((time - from) / (to - from)) * cells) : 0;
}

/** The time at the left edge of a cell. */
export function cellTime(cell: number, {from, to, cells}: WaterfallAxis): number {
	return from + ((to - from) * cell) / Math.max(1, cells);
}

/** How many of the times, given in ascending order, fall into each cell, and how many came before it. The cost does not depend on their number. */
export function countCells(
	times: readonly number[],
	axis: WaterfallAxis,
): ReadonlyArray<{readonly before: number; readonly count: number}> {
	let before = countBelow(times, 0, axis);
	return Array.from({length: axis.cells}, (_, cell) => {
		const start = before;
		before = countBelow(times, cell + 1, axis);
		return {before: start, count: before - start};
	});
}

function countBelow(times: readonly number[], cell: number, axis: WaterfallAxis): number {
	let [low, high] = [0, times.length];
	// The last moment belongs to the last cell.
	const isBelow = (time: number) => axisCell(time, axis) < cell || (cell === axis.cells && time <= axis.to);
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (isBelow(times[middle] ?? 0)) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
}

/** A bar from one time to another, without what lies beyond the edges. At least one cell, if any of it is within them. */
export function spanCells(
	start: number,
	end: number,
	cell: Cell,
	axis: WaterfallAxis,
	under: readonly Cell[] = Array.from({length: axis.cells}, () => blankCell),
): readonly Cell[] {
	const last = Math.max(axisCell(start, axis), end >= axis.to ? axis.cells - 1 : axisCell(end, axis));
	const first = start >= axis.to && start <= axis.to ? axis.cells - 1 : axisCell(start, axis);
	return under.map((old, index) => (index >= first && index <= last ? cell : old));
}

/** Puts one sign into the cell of a time. */
export function withSign(
	cells: readonly Cell[],
	time: number,
	cell: Cell,
	axis: WaterfallAxis,
): readonly Cell[] {
	const at = time === axis.to ? axis.cells - 1 : axisCell(time, axis);
	return at < 0 || at >= cells.length ? cells : cells.with(at, cell);
}

/** The least number of cells between ticks. */
const minTick = 10;

/** The step between ticks: 1, 2 or 5 of some power of ten, so that each label has room. */
function tickStep({from, to, cells}: WaterfallAxis, room: number): number {
	const least = ((to - from) * room) / Math.max(1, cells);
	const power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-3)));
	return [1, 2, 5, 10].map(factor => factor * power).find(step => step >= least) ?? power * 10;
}

/** The row of round times. Each tick stands in the cell of its time, with the time after it. */
export function tickRow(axis: WaterfallAxis): readonly Cell[] {
	const usual = tickStep(axis, minTick);
	const step = tickStep(axis, Math.max(minTick, tickWords(axis.to, usual).length + 3));
	const cells = Array.from({length: axis.cells}, () => blankCell);
	for (let tick = Math.ceil(axis.from / step - 1e-9); tick * step < axis.to; tick++) {
		const label = `│${tickWords(tick * step, step)}`;
		const at = axisCell(tick * step + 1e-9, axis);
		if (at >= 0 && at + label.length <= axis.cells) {
			[...label].forEach((sign, index) => {
				cells[at + index] = {sign, role: 'axis'};
			});
		}
	}

	return cells;
}

function tickWords(time: number, step: number): string {
	const digits = (value: number) => Math.max(0, -Math.floor(Math.log10(value) + 1e-9));
	return step >= 1000 || (step >= 100 && time >= 1000)
		? `${(time / 1000).toFixed(digits(step / 1000))} s`
		: `${time.toFixed(digits(step))} ms`;
}

/** Draws rows on one axis: all cells begin in the column after the labels. Cells behind `past` are dim; `cursor` is lit in every row. */
export function waterfallRows(
	rows: readonly WaterfallRow[],
	labelWidth: number,
	{past, cursor}: {readonly past: number; readonly cursor: number | null},
): readonly Row[] {
	return rows.map(({label, role = 'dim', cells}): Row => {
		const shown = cells.map((cell, index) =>
			index === cursor
				? {sign: cell.sign === ' ' ? '┊' : cell.sign, role: 'highlight'}
				: index > past && cell.sign !== ' '
					? {...cell, role: 'dim'}
					: cell,
		);
		return [segment(`${fixedLabel(label, labelWidth - 1, false)} `, role), ...cellRow(shown)];
	});
}
