import type {TraceEvent} from '../../trace/trace-event.js';
import type {Segment} from '../segment.js';
import {type Row, segment} from '../segment.js';

/** What a cell of the scrubber stands for; the most important thing in its span of time shows. */
const cellKinds = ['empty', 'gap', 'delta', 'block', 'ping', 'boundary', 'error'] as const;
type CellKind = (typeof cellKinds)[number];

const cellSigns: Readonly<Record<CellKind, Segment>> = {
	empty: segment(' ', 'line'),
	gap: segment('─', 'line'),
	delta: segment('▪', 'bar'),
	block: segment('┼', 'content_block_start'),
	ping: segment('·', 'ping'),
	boundary: segment('┃', 'accent'),
	error: segment('✗', 'error'),
};

/** A whole trace in one row of `width` cells, from its first event to its last: deltas, blocks, pings, exchanges, errors and pauses. */
export function scrubberCells(events: readonly TraceEvent[], width: number): readonly number[] {
	const cells = new Array<number>(Math.max(0, width)).fill(1);
	const from = events[0]?.at ?? 0;
	const span = Math.max(1, (events.at(-1)?.at ?? from) - from);
	for (const event of events) {
		const cell = Math.min(width - 1, Math.floor(((event.at - from) / span) * width));
		cells[cell] = Math.max(cells[cell] ?? 0, cellKinds.indexOf(kindOf(event)));
	}

	return cells;
}

/** The cells as a row, with the playhead's place above them lit. What lies behind the playhead is dim. */
export function scrubberRow(cells: readonly number[], playhead: number): Row {
	return cells.map((kind, index) => {
		const cell = cellSigns[cellKinds[kind] ?? 'empty'];
		if (index === playhead) {
			return segment(cell.text === '─' || cell.text === ' ' ? '│' : cell.text, 'lit');
		}

		return index < playhead ? cell : segment(cell.text, 'dim');
	});
}

function kindOf(event: TraceEvent): CellKind {
	switch (event.type) {
		case 'sse': {
			return sseKind(event.event);
		}

		case 'end': {
			return event.outcome === 'failed' ? 'error' : 'boundary';
		}

		case 'response': {
			return event.status >= 400 ? 'error' : 'delta';
		}

		default: {
			return 'boundary';
		}
	}
}

function sseKind(event: string | null): CellKind {
	if (event === 'error' || event === 'ping') {
		return event;
	}

	return event === 'content_block_start' || event === 'content_block_stop' ? 'block' : 'delta';
}
