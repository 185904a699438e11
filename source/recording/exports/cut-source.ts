import {bookmarksIn, chosenBookmarks} from '../bookmark-lines.js';
import type {ExportFormat} from './export-formats.js';
import type {ExportSource} from './exported.js';

/** The positions of the first and last events, both included. */
export type CutRange = {readonly from: number; readonly until: number};

/** Formats that are bare events. All others tell of exchanges, which need their beginnings. */
const bareFormats: ReadonlySet<ExportFormat> = new Set(['sse', 'jsonl']);

/** The events of a range. In formats that tell of exchanges, its first exchange is whole up to the end of the range. */
export function cutSource(source: ExportSource, {from, until}: CutRange, format: ExportFormat): ExportSource {
	const {events, others} = source;
	const wanted = new Set(events.slice(from, until + 1).map(({exchange}) => exchange));
	const positions = events.flatMap(({exchange}, position) =>
		position <= until && (position >= from || (!bareFormats.has(format) && wanted.has(exchange)))
			? [position]
			: [],
	);
	return {
		...source,
		events: positions.flatMap(position => events[position] ?? []),
		others: [
			...others
				.filter(({before, line}) => line.type !== 'bookmark' && before <= until + 1)
				.map(({before, line}) => ({before: positions.filter(position => position < before).length, line})),
			...chosenBookmarks(bookmarksIn(others, events.length), positions),
		],
	};
}

/** What was cut, in a sentence; `null` if nothing was. */
export function cutWords(
	{events}: ExportSource,
	{from, until}: CutRange,
	format: ExportFormat,
): string | null {
	if (from === 0 && until >= events.length - 1) {
		return null;
	}

	const start = bareFormats.has(format) || from === 0 ? '' : ', with the beginning of its first exchange';
	return `Cut: events ${from + 1} to ${until + 1} of ${events.length}${start}.`;
}
