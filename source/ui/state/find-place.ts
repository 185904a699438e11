import type {TraceEvent} from '../../trace/trace-event.js';

/**
 * Finds the event that is meant by its number, counted from 1, or by a time as in `3.5s` or `250ms`: the last one up to then, counted
 * from the first event. Gives its position, or `null` where there is no such event.
 */
export function findPlace(events: readonly TraceEvent[], words: string): number | null {
	const text = words.trim();
	const time = /^(\d+(?:\.\d+)?)\s*(ms|s)$/.exec(text);
	if (time !== null) {
		const at = Number(time[1]) * (time[2] === 's' ? 1000 : 1);
		const start = events[0]?.at ?? 0;
		const position = events.findLastIndex(event => event.at - start <= at);
		return position === -1 ? null : position;
	}

	const number = /^\d+$/.test(text) ? Number(text) : 0;
	return number >= 1 && number <= events.length ? number - 1 : null;
}
