import {clocksOf} from '../../analysis/clocks.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {sanitize} from '../../text/sanitize.js';
import {fitRow, type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {lastItem} from '../../trace/persistent-list.js';
import type {RunningSide} from './comparison.js';
import {labelOf} from './comparison-rows.js';

export type LiveSize = {readonly width: number; readonly height: number};

const gutter: Row = [segment(' │ ', 'dim')];

/** The running sides, two per row: the name of each, its clock, and the end of its text. */
export function liveRows(
	running: readonly RunningSide[],
	head: string,
	{width, height}: LiveSize,
): readonly Row[] {
	const perRow = running.length === 1 || width < 50 ? 1 : 2;
	const shelves = Array.from({length: Math.ceil(running.length / perRow)}, (_, index) =>
		running.slice(index * perRow, (index + 1) * perRow),
	);
	const columnWidth = Math.floor((width - (perRow - 1) * 3) / perRow);
	const shelfHeight = Math.max(3, Math.floor((height - 1) / Math.max(1, shelves.length)));
	const rows = shelves.flatMap(shelf => {
		const columns = shelf.map(side => sideRows(side, columnWidth, shelfHeight));
		return Array.from({length: shelfHeight}, (_, line) =>
			columns.flatMap(
				(column, index): Row => [...(index === 0 ? [] : gutter), ...fitRow(column[line] ?? [], columnWidth)],
			),
		);
	});
	return [fitRow([segment(head, 'dim')], width), ...rows].slice(0, height);
}

function sideRows(side: RunningSide, width: number, height: number): readonly Row[] {
	const view = lastItem(side.trace.view.exchanges);
	const text = view?.message?.blocks.map(block => (block.type === 'text' ? block.text : '')).join('') ?? '';
	// Only the end is shown, so only the end is wrapped.
	const tail = sanitize(text.slice(-width * height * 2));
	const lines = tail === '' ? [] : wrapText(tail, width).lines.slice(-(height - 3));
	return [
		[segment(labelOf(side), 'title')],
		clockRow(side),
		...lines.map(({text: line}): Row => [segment(line)]),
	];
}

function clockRow({trace, now}: RunningSide): Row {
	const view = lastItem(trace.view.exchanges);
	if (view === undefined) {
		return [segment('waiting for its turn', 'dim')];
	}

	const {ttft, total} = clocksOf(view);
	const first = ttft === null ? '' : ` · first words after ${formatMilliseconds(ttft)}`;
	if (view.end === null) {
		return [segment(`● ${formatMilliseconds(now() - view.timestamps.request)}`, 'warning'), segment(first)];
	}

	return view.end.outcome === 'complete'
		? [segment(`✓ ${formatMilliseconds(total ?? 0)}`, 'good'), segment(first)]
		: [segment(`✗ ${view.end.error?.title ?? 'interrupted'}`, 'bad')];
}
