import type {MarkKind, Spans, TraceTimeline, TrackTimes} from '../../analysis/trace-timeline.js';
import type {TrackKind} from '../../messages/vocabulary/track.js';
import {type Cell, cellRow} from '../../text/drawings/cell-row.js';
import {glyphsFor} from '../../text/drawings/glyphs.js';
import type {Row} from '../../text/segment.js';
import {countBefore, type TimeAxis} from '../../text/time-axis.js';

/** A row of the scrubber without the playhead. `label` names a track; the row of the wire has none. */
export type ScrubberLine = {readonly label: string; readonly cells: readonly Cell[]};

const glyphs = glyphsFor(false);

const blank: Cell = {sign: ' ', role: undefined};
const quiet: Cell = {sign: glyphs.line, role: 'line'};
const errorCell: Cell = {sign: '✗', role: 'error'};
const bookmarkCell: Cell = {sign: '◈', role: 'mark'};
const blockEdge: Cell = {sign: '┼', role: 'content_block_start'};

/** Each kind has its own sign, so that kinds differ without colour and when all share a row. */
const deltaCells: Readonly<Record<TrackKind, Cell>> = {
	thinking: {sign: '░', role: 'thinking_delta'},
	text: {sign: '▪', role: 'bar'},
	tools: {sign: '▚', role: 'input_json_delta'},
	context: {sign: '≡', role: 'tool'},
};

const markWords: Readonly<Record<MarkKind, string>> = {
	error: 'an error',
	edge: 'a request, an end',
	unknown: 'an unknown event',
	body: 'an answer that was not streamed',
	ping: 'a ping',
};

/** The most important first, because a cell shows only one of them. */
const markCells: ReadonlyArray<readonly [MarkKind, Cell]> = [
	['error', errorCell],
	['edge', {sign: '┃', role: 'accent'}],
	['unknown', {sign: '?', role: 'unknown'}],
	['body', {sign: '■', role: 'body'}],
	['ping', {sign: '·', role: 'ping'}],
];

/** What the signs mean. */
export const scrubberSigns: ReadonlyArray<readonly [sign: string, words: string]> = [
	...Object.entries(deltaCells).map(([kind, {sign}]) => [sign, kind] as const),
	[quiet.sign, 'a gap within a block or an exchange'],
	[glyphs.start + glyphs.stop, 'block start, block end; on a single row both are ┼'],
	...markCells.map(([kind, {sign}]) => [sign, markWords[kind]] as const),
	[bookmarkCell.sign, 'a bookmark'],
	[glyphs.playhead, 'the playhead'],
];

/**
 * Draws a whole trace in `width` cells. With `kinds`, there is a track for each kind, and below them a row for everything else on the wire.
 * Without, everything is in one row. A gap within a block or an exchange is a line; between exchanges there is nothing.
 */
export function scrubberLines(
	timeline: TraceTimeline,
	kinds: readonly TrackKind[],
	width: number,
): readonly ScrubberLine[] {
	const axis = {total: timeline.total, width};
	const cells = Array.from({length: Math.max(0, width)}, (_, cell) => cell);
	const wire = cells.map(cell => markAt(timeline, cell, axis) ?? betweenMarks(timeline, kinds, cell, axis));
	return [
		...kinds.map(kind => ({
			label: kind,
			cells: cells.map(cell => trackCell(timeline.tracks[kind], deltaCells[kind], cell, axis)),
		})),
		{label: '', cells: wire},
	];
}

/** A line with bookmarks in its cells. Only the row of the wire shows them. */
export function withBookmarks(line: ScrubberLine, places: readonly number[]): ScrubberLine {
	return line.label !== '' || places.length === 0
		? line
		: {...line, cells: line.cells.map((cell, index) => (places.includes(index) ? bookmarkCell : cell))};
}

/** A line with the playhead in it. Only an error is shown over the playhead. Cells after the playhead are dim, or blank if they are secret. */
export function withPlayhead({label, cells}: ScrubberLine, place: number, isSecret = false): Row {
	const pointer = label === '' ? glyphs.playhead : glyphs.axis;
	return cellRow(
		cells.map((cell, index) => {
			if (index === place) {
				return {sign: cell === errorCell ? cell.sign : pointer, role: 'highlight'};
			}

			const behind = isSecret ? blank : {...cell, role: 'dim'};
			return index < place || cell === blank ? cell : behind;
		}),
	);
}

function markAt({marks}: TraceTimeline, cell: number, axis: TimeAxis): Cell | undefined {
	return markCells.find(([kind]) => countIn(marks[kind], cell, axis) > 0)?.[1];
}

/** What a cell of the wire's row shows if it has no mark. Without tracks, it is the most frequent kind of content. */
function betweenMarks(
	timeline: TraceTimeline,
	tracks: readonly TrackKind[],
	cell: number,
	axis: TimeAxis,
): Cell {
	const most = tracks.length > 0 ? null : commonestAt(timeline, cell, axis);
	return most ?? (isWithin(timeline.exchanges, cell, axis) ? quiet : blank);
}

function commonestAt({tracks, kinds}: TraceTimeline, cell: number, axis: TimeAxis): Cell | null {
	let most: Cell | null = null;
	let count = 0;
	for (const kind of kinds) {
		const found = countIn(tracks[kind].deltas, cell, axis);
		if (found > count) {
			most = deltaCells[kind];
			count = found;
		}
	}

	const hasEdge = kinds.some(
		kind => countIn(tracks[kind].starts, cell, axis) + countIn(tracks[kind].stops, cell, axis) > 0,
	);
	return most ?? (hasEdge ? blockEdge : null);
}

function trackCell(track: TrackTimes, delta: Cell, cell: number, axis: TimeAxis): Cell {
	if (countIn(track.deltas, cell, axis) > 0) {
		return delta;
	}

	const starts = countIn(track.starts, cell, axis) > 0;
	const stops = countIn(track.stops, cell, axis) > 0;
	if (starts || stops) {
		const sign = starts && stops ? glyphs.startAndStop : starts ? glyphs.start : glyphs.stop;
		return {sign, role: delta.role};
	}

	return isWithin(track, cell, axis) ? quiet : blank;
}

function countIn(times: readonly number[], cell: number, axis: TimeAxis): number {
	return countBefore(times, cell + 1, axis) - countBefore(times, cell, axis);
}

/** True if something that had begun by a cell had not ended before it. */
function isWithin({starts, stops}: Spans, cell: number, axis: TimeAxis): boolean {
	return countBefore(starts, cell + 1, axis) > countBefore(stops, cell, axis);
}
