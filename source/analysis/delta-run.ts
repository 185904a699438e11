import type {TraceEvent} from '../trace/trace-event.js';
import {arrived} from './arrived.js';

/** The positions of the first and last events of a run: successive deltas of one block. */
export type DeltaRun = {readonly first: number; readonly last: number};

/** The beginning of what the deltas of a run add up to, in at most `most` UTF-16 units. Costs no more for a longer run. */
export function runText(events: readonly TraceEvent[], {first, last}: DeltaRun, most: number): string {
	let text = '';
	for (let position = first; position <= last && text.length < most; position++) {
		text += arrived(events[position])?.piece?.text ?? '';
	}

	return text.slice(0, most);
}

/** The times between the deltas of a run, in milliseconds. */
export function runGaps(events: readonly TraceEvent[], {first, last}: DeltaRun): readonly number[] {
	const gaps: number[] = [];
	for (let position = first + 1; position <= last; position++) {
		gaps.push((events[position]?.at ?? 0) - (events[position - 1]?.at ?? 0));
	}

	return gaps;
}

/** The longest gap of each of at most `count` equal parts of a run, in their order. */
export function longestGaps(gaps: readonly number[], count: number): readonly number[] {
	if (gaps.length <= count) {
		return gaps;
	}

	const longest = Array.from({length: count}, () => 0);
	for (const [index, gap] of gaps.entries()) {
		const part = Math.floor((index * count) / gaps.length);
		longest[part] = Math.max(longest[part] ?? 0, gap);
	}

	return longest;
}
