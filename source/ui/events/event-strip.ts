import {type EventSummary, summarize} from '../../analysis/event-summary.js';
import {type Row, rowWidth, type Segment, segment} from '../../text/segment.js';
import type {TraceEvent} from '../../trace/trace-event.js';

/** Consecutive events of one kind and block. */
type Run = {readonly summary: EventSummary; readonly count: number};

/** How many events are considered: more would not fit into a row. */
const reach = 200;

/**
 * The last events up to a position in one row, oldest first: sign and short name, with a count for equal neighbours. The last event is
 * highlighted, in a run of its own.
 */
export function eventStrip(events: readonly TraceEvent[], position: number, width: number): Row {
	const last = events[position];
	if (last === undefined) {
		return [];
	}

	let strip: readonly Segment[] = [itemOf({summary: summarize(last), count: 1}, 'highlight')];
	for (const run of runsBefore(events, position)) {
		const next = [itemOf(run, run.summary.role), segment('  '), ...strip];
		if (rowWidth(next) > width) {
			break;
		}

		strip = next;
	}

	return strip;
}

function itemOf({summary, count}: Run, role: string): Segment {
	const times = count === 1 ? '' : ` ×${count}`;
	return segment(`${summary.sign} ${summary.shortName}${times}`, role);
}

/** The runs before a position, newest first. */
function runsBefore(events: readonly TraceEvent[], position: number): readonly Run[] {
	const runs: Run[] = [];
	for (let index = position - 1; index >= Math.max(0, position - reach); index--) {
		const event = events[index];
		if (event === undefined) {
			break;
		}

		const summary = summarize(event);
		const run = runs.at(-1);
		if (run?.summary.kind === summary.kind && run.summary.block === summary.block) {
			runs[runs.length - 1] = {summary, count: run.count + 1};
		} else {
			runs.push({summary, count: 1});
		}
	}

	return runs;
}
