import {formatMilliseconds} from '../format-numbers.js';
import {type Row, segment} from '../segment.js';
import {textWidth} from '../text-width.js';
import {type Cell, cellRow} from './cell-row.js';
import {type Glyphs, glyphsFor, signFor} from './glyphs.js';
import {cutLabel, fixedLabel} from './label.js';

/**
 * A content block over time, in milliseconds. `label` is sanitised text. `stop` is `null` while the block is open. `role` is the style of its
 * deltas.
 */
export type TrackBlock = {
	readonly label: string;
	readonly role?: string;
	readonly start: number;
	readonly stop: number | null;
	readonly deltas: ArrayLike<number>;
};

export type TracksOptions = {
	readonly blocks: readonly TrackBlock[];
	readonly pings: readonly number[];
	readonly errors: readonly number[];
	/** The times at the left and right edges. */
	readonly from: number;
	readonly to: number;
	readonly playhead: number | null;
	readonly width: number;
	readonly height: number;
	/** Width of the labels (at most half of the row), so that drawings line up. By default they take what they need, up to a third of the row. */
	readonly labelWidth?: number;
	readonly isAscii?: boolean;
};

type Axis = {readonly from: number; readonly to: number; readonly cells: number};

/**
 * Draws a stream at a glance: one track per content block from its start to its stop, shaded by the number of deltas in each cell. Below are
 * pings, errors and the playhead, and the times at both edges. Everything after the playhead is dimmed. Blocks are consecutive, so when there
 * are more blocks than rows, several share a track.
 */
export function tracks(options: TracksOptions): readonly Row[] {
	const {blocks, from, to, playhead, width, height, isAscii = false} = options;
	const glyphs = glyphsFor(isAscii);
	const trackCount = Math.min(blocks.length, Math.max(1, height - 2));
	const labels = trackLabels(blocks, trackCount);
	const labelWidth = Math.min(Math.floor(width / 2), options.labelWidth ?? labelColumn(labels, width));
	const axis = {from, to, cells: Math.max(0, width - labelWidth)};
	const past = playhead === null ? axis.cells : cellOf(playhead, axis) + 1;
	const lead = (text: string): Row =>
		labelWidth === 0 ? [] : [segment(`${fixedLabel(text, labelWidth - 1, isAscii)} `, 'dim')];
	const dimmed = (cells: readonly Cell[]) =>
		cellRow(cells.map((cell, index) => (index < past || cell.sign === ' ' ? cell : {...cell, role: 'dim'})));
	const rows = drawTracks(blocks, trackCount, axis, glyphs).map(
		(cells, index): Row => [...lead(labels[index] ?? ''), ...dimmed(cells)],
	);
	const wire: Row = [...lead(''), ...cellRow(wireCells(options, axis, glyphs))];
	const scale: Row = [...lead(''), segment(scaleText(axis, isAscii), 'axis')];
	return [...rows, wire, scale].slice(0, Math.max(1, height));
}

function trackLabels(blocks: readonly TrackBlock[], trackCount: number): readonly string[] {
	return Array.from({length: trackCount}, (_, track) => {
		const more = Math.ceil((blocks.length - track) / trackCount) - 1;
		const label = blocks[track]?.label ?? '';
		return more > 0 ? `${label} +${more}` : label;
	});
}

/** As wide as the longest label plus a space, but at most a third of the row. */
function labelColumn(labels: readonly string[], width: number): number {
	const longest = labels.reduce((most, label) => Math.max(most, textWidth(label)), 0);
	return longest === 0 ? 0 : Math.min(longest + 1, Math.floor(width / 3));
}

function cellOf(time: number, {from, to, cells}: Axis): number {
	const share = to > from ? (time - from) / (to - from) : 0;
	return Math.max(0, Math.min(cells - 1, Math.floor(share * cells)));
}

function drawTracks(
	blocks: readonly TrackBlock[],
	trackCount: number,
	axis: Axis,
	glyphs: Glyphs,
): ReadonlyArray<readonly Cell[]> {
	const counted = blocks.map(block => countDeltas(block.deltas, axis));
	const most = counted.reduce((max, counts) => Math.max(max, counts.max), 0);
	const drawn = Array.from({length: trackCount}, () =>
		Array.from({length: axis.cells}, (): Cell => ({sign: ' ', role: undefined})),
	);
	blocks.forEach((block, index) => {
		const track = drawn[index % trackCount];
		const first = cellOf(block.start, axis);
		const last = cellOf(block.stop ?? axis.to, axis);
		counted[index]?.counts.forEach((count, cell) => {
			const shade = signFor(count / Math.max(1, most), glyphs.shades);
			// A block's frame does not hide the deltas of another block on the same track.
			const isFrame = cell >= first && cell <= last && (track?.[cell]?.role ?? 'axis') === 'axis';
			// If the stream is out of order, a delta may arrive after its block has stopped. It is shown anyway.
			if (track !== undefined && (shade !== null || isFrame)) {
				track[cell] = {
					sign: shade ?? frameSign(block, cell, first, last, glyphs),
					role: shade === null ? 'axis' : (block.role ?? 'bar'),
				};
			}
		});
	});
	return drawn;
}

function frameSign({stop}: TrackBlock, cell: number, first: number, last: number, glyphs: Glyphs): string {
	if (first === last) {
		return glyphs.startAndStop;
	}

	if (cell === first) {
		return glyphs.start;
	}

	return cell === last && stop !== null ? glyphs.stop : glyphs.line;
}

function countDeltas(deltas: ArrayLike<number>, axis: Axis): {counts: Uint32Array; max: number} {
	const counts = new Uint32Array(axis.cells);
	let max = 0;
	for (let index = 0; index < deltas.length; index++) {
		const cell = cellOf(deltas[index] ?? 0, axis);
		const count = (counts[cell] ?? 0) + 1;
		counts[cell] = count;
		max = Math.max(max, count);
	}

	return {counts, max};
}

/** The row under the tracks. If marks share a cell, an error is shown before the playhead, and the playhead before a ping. */
function wireCells({pings, errors, playhead}: TracksOptions, axis: Axis, glyphs: Glyphs): readonly Cell[] {
	const cells = Array.from({length: axis.cells}, (): Cell => ({sign: glyphs.line, role: 'axis'}));
	const mark = (times: readonly number[], cell: Cell) => {
		for (const time of axis.cells > 0 ? times : []) {
			cells[cellOf(time, axis)] = cell;
		}
	};
	mark(pings, {sign: glyphs.ping, role: 'ping'});
	mark(playhead === null ? [] : [playhead], {sign: glyphs.playhead, role: 'accent'});
	mark(errors, {sign: glyphs.error, role: 'error'});
	return cells;
}

function scaleText({from, to, cells}: Axis, isAscii: boolean): string {
	const [left, right] = [formatMilliseconds(from), formatMilliseconds(to)];
	const text = left.length + right.length < cells ? left.padEnd(cells - right.length) + right : right;
	return cutLabel(text, cells, isAscii);
}
