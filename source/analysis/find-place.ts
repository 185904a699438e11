import type {TraceEvent} from '../trace/trace-event.js';
import {type Bookmark, bookmarksInOrder} from './bookmarks.js';

/**
 * Finds an event by its number, counted from 1, as in `12` or `#12`, or by a time in the format of `readTime`: the last event up to then,
 * counted from the first one, or by the number of a bookmark, as in `b2`. Returns its position, or `null` if there is no such event. Where the times are made up, none is found by a time.
 */
export function findPlace(
	events: readonly TraceEvent[],
	words: string,
	hasTimes: boolean,
	bookmarks: readonly Bookmark[] = [],
): number | null {
	const [, marked] = /^(?:b|bookmark) ?(\d+)$/i.exec(words.trim()) ?? [];
	if (marked !== undefined) {
		return bookmarksInOrder(bookmarks)[Number(marked) - 1]?.position ?? null;
	}

	const time = readTime(words);
	if (time !== null) {
		if (!hasTimes) {
			return null;
		}

		const start = events[0]?.at ?? 0;
		const position = events.findLastIndex(event => event.at - start <= time);
		return position === -1 ? null : position;
	}

	const number = Number(/^#?(\d+)$/.exec(words.trim())?.[1] ?? 0);
	return number >= 1 && number <= events.length ? number - 1 : null;
}

/**
 * Reads a time as milliseconds: `800ms`, `2.5 s`, `1m 7s`, `1:05` or `1:02:03.5`. `null` for anything else.
 * @internal
 */
export function readTime(words: string): number | null {
	const text = words.trim().toLowerCase();
	const [clock, clockHours = '0', clockMinutes = '0', clockSeconds = '0'] =
		/^(?:(\d+):)?(\d+):(\d\d(?:\.\d+)?)$/.exec(text) ?? [];
	if (clock !== undefined) {
		return milliseconds(clockHours, clockMinutes, clockSeconds);
	}

	const number = String.raw`(\d+(?:\.\d+)?)\s*`;
	const units = new RegExp(`^(?:${number}h)?\\s*(?:${number}m)?\\s*(?:${number}s)?\\s*(?:${number}ms)?$`);
	const [whole = '', hours = '0', minutes = '0', seconds = '0', rest = '0'] = units.exec(text) ?? [];
	return whole === '' ? null : milliseconds(hours, minutes, seconds) + Number(rest);
}

function milliseconds(hours: string, minutes: string, seconds: string): number {
	return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
