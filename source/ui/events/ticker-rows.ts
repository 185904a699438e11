import {summarize} from '../../analysis/event-summary.js';
import {gapColumns} from '../../text/drawings/gap-columns.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import {type Row, rowWidth, segment} from '../../text/segment.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {eventStrip} from './event-strip.js';

/**
 * The log as a ticker: the newest events up to `position`, and below them the gap before each event, oldest first. Gaps are drawn on a
 * logarithmic scale up to the longest one in sight.
 */
export function tickerRows(
	events: readonly TraceEvent[],
	position: number,
	{width, hasTimes}: {readonly width: number; readonly hasTimes: boolean},
): readonly Row[] {
	const newest = events[position];
	return newest === undefined
		? [[segment(' no events yet', 'dim')]]
		: [
				[segment(' '), ...eventStrip(events, position, width - 2)],
				hasTimes ? gapRow(events, position, width) : [segment(' no times are known', 'dim')],
			];
}

function gapRow(events: readonly TraceEvent[], position: number, width: number): Row {
	const room = Math.max(0, width - longestCaption);
	const gaps = Array.from({length: Math.min(room, position)}, (_, index) => {
		const at = position - Math.min(room, position) + 1 + index;
		const [before, event] = [events[at - 1], events[at]];
		return before !== undefined && event?.exchange === before.exchange ? event.at - before.at : 0;
	});
	const longest = Math.max(0, ...gaps);
	return [
		segment(' gaps ', 'dim'),
		...gapColumns(gaps),
		segment(` max ${formatMilliseconds(longest)}`, 'dim'),
	];
}

/** ` gaps ` and ` max 12.3 s`. */
const longestCaption = 20;

/** How often each type of event came, most frequent first, as many as fit into `width` cells. */
export function countRow(counts: ReadonlyMap<string, number>, width: number): Row {
	let row: Row = [];
	for (const [name, count] of [...counts].sort((a, b) => b[1] - a[1])) {
		const next = [...row, segment(` · ${count} ${name}`, 'dim')];
		if (rowWidth(next) > width) {
			break;
		}

		row = next;
	}

	return row;
}

type Counted = {length: number; readonly counts: Map<string, number>};

const counted = new WeakMap<readonly TraceEvent[], Counted>();

/** Counts the first `length` events by their short names. A growing trace is counted on from where it was. */
export function countTypes(events: readonly TraceEvent[], length: number): ReadonlyMap<string, number> {
	let known = counted.get(events);
	if (known === undefined || known.length > length) {
		known = {length: 0, counts: new Map()};
		counted.set(events, known);
	}

	for (; known.length < length; known.length++) {
		const event = events[known.length];
		if (event !== undefined) {
			const {shortName} = summarize(event);
			known.counts.set(shortName, (known.counts.get(shortName) ?? 0) + 1);
		}
	}

	return known.counts;
}
