import type {Bookmark} from '../analysis/bookmarks.js';
import {everything, LogIndex} from '../analysis/log-index.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {setColumnWidths} from './column-widths.js';
import {createEventFilter} from './event-filter.js';
import {eventRow} from './event-row.js';
import {findElement} from './find-element.js';
import {make} from './make.js';

/** In pixels, the same as in the style sheet. */
const rowHeight = 26;

/** The number of rows above and below the visible ones that are ready for scrolling. */
const spareRows = 10;

/** The table of events. It holds only the visible rows. */
export type EventTable = {
	/** Shows which events have arrived, and scrolls the last of them into view. */
	show(playhead: number): void;
	/** The playhead at the row below (1) or above (−1) the last event that has arrived, among the filtered rows. */
	neighbour(by: 1 | -1): number;
};

export type EventTableOptions = {
	/** The event kinds to filter by. */
	readonly kinds: ReadonlySet<string>;
	readonly hasTimes: boolean;
	readonly bookmarks: readonly Bookmark[];
};

/** `onChoose` receives the playhead at the clicked row. */
export function createEventTable(
	events: readonly TraceEvent[],
	{kinds, hasTimes, bookmarks}: EventTableOptions,
	onChoose: (playhead: number) => void,
): EventTable {
	const pane = findElement('rows', HTMLElement);
	const body = findElement('events', HTMLTableSectionElement);
	const count = findElement('count', HTMLElement);
	const notes = new Map(bookmarks.map(({position, note}) => [position, note]));
	let playhead = events.length;
	let rows = new LogIndex(everything);
	const rowCount = () => rows.count(events.length);
	const positionAt = (row: number) => rows.rowAt(row)?.first ?? 0;
	const draw = () => {
		const first = Math.max(0, Math.floor(pane.scrollTop / rowHeight) - spareRows);
		const last = Math.min(rowCount(), first + Math.ceil(pane.clientHeight / rowHeight) + 2 * spareRows);
		const shown = Array.from({length: Math.max(0, last - first)}, (_, index) => positionAt(first + index));
		body.replaceChildren(
			...spacer(first),
			...shown.map(position =>
				eventRow(events, position, {playhead, hasTimes, note: notes.get(position)}, () =>
					onChoose(position + 1),
				),
			),
			...spacer(rowCount() - last),
		);
	};
	const reveal = () => {
		const top = Math.max(0, rows.count(playhead) - 1) * rowHeight;
		// The heading covers the height of the first row.
		if (top < pane.scrollTop || top + 2 * rowHeight > pane.scrollTop + pane.clientHeight) {
			pane.scrollTop = top - pane.clientHeight / 2;
		}
	};
	const filter = createEventFilter(kinds, filtered => {
		rows = new LogIndex(filtered);
		rows.extend(events);
		const of = rowCount() === events.length ? '' : ` of ${events.length}`;
		count.textContent = `${rowCount()}${of} events`;
		reveal();
		draw();
	});
	if (hasTimes) {
		setColumnWidths(events);
	}

	filter.apply();
	pane.addEventListener('scroll', draw);
	return {
		show(newPlayhead) {
			playhead = newPlayhead;
			reveal();
			draw();
		},
		neighbour(by) {
			const row = rows.count(playhead) - 1 + by;
			return positionAt(Math.max(0, Math.min(rowCount() - 1, row))) + 1;
		},
	};
}

/** Takes the place of rows that are out of view. */
function spacer(rows: number): readonly HTMLElement[] {
	if (rows <= 0) {
		return [];
	}

	const row = make('tr');
	const cell = row.appendChild(make('td'));
	cell.style.height = `${rows * rowHeight}px`;
	return [row];
}
