import {type Bookmark, maxNote, withBookmark, withoutBookmark} from '../analysis/bookmarks.js';
import type {PlacedLine} from './recording.js';
import type {BookmarkLine} from './recording-format.js';

/** A recording may hold any number of lines, and each frame looks through the bookmarks. */
const maxBookmarks = 1000;

export function bookmarkLine({position, note}: Bookmark, isRemoved = false): BookmarkLine {
	const place = {type: 'bookmark', event: position + 1} as const;
	return isRemoved ? {...place, removed: true} : note === '' ? place : {...place, note};
}

/** The bookmarks that a recording's lines set, in order. Lines that name no event of it are passed over. */
export function bookmarksIn(others: readonly PlacedLine[], length: number): readonly Bookmark[] {
	let bookmarks: readonly Bookmark[] = [];
	for (const {line} of others) {
		const {type, event, note, removed} = line;
		const isPlaced = Number.isSafeInteger(event) && Number(event) >= 1 && Number(event) <= length;
		if (type !== 'bookmark' || !isPlaced) {
			continue;
		}

		const position = Number(event) - 1;
		if (removed === true) {
			bookmarks = withoutBookmark(bookmarks, position);
		} else if (bookmarks.length < maxBookmarks) {
			const text = typeof note === 'string' ? note.slice(0, maxNote) : '';
			bookmarks = withBookmark(bookmarks, {position, note: text});
		}
	}

	return bookmarks;
}

/** The same bookmarks over a choice of the events. `positions` are those of the chosen events. */
export function chosenBookmarks(
	bookmarks: readonly Bookmark[],
	positions: readonly number[],
): readonly PlacedLine[] {
	const places = new Map(positions.map((position, index) => [position, index]));
	return bookmarks.flatMap(({position, note}) => {
		const place = places.get(position);
		return place === undefined
			? []
			: [{before: positions.length, line: bookmarkLine({position: place, note})}];
	});
}
