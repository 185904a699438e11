/** A mark that a person sets on the event at a position, with a note of one line. `''` is no note. */
export type Bookmark = {readonly position: number; readonly note: string};

/** The positions of the first and last events between two bookmarks, both included. */
export type BookmarkRange = {readonly from: number; readonly to: number};

/** The longest note, in UTF-16 units: a caption of two lines. */
export const maxNote = 200;

/** Sets a bookmark, or changes the note of one. The bookmarks stay in the order in which they were set. */
export function withBookmark(bookmarks: readonly Bookmark[], bookmark: Bookmark): readonly Bookmark[] {
	const index = bookmarks.findIndex(({position}) => position === bookmark.position);
	return index === -1 ? [...bookmarks, bookmark] : bookmarks.with(index, bookmark);
}

export function withoutBookmark(bookmarks: readonly Bookmark[], position: number): readonly Bookmark[] {
	return bookmarks.filter(bookmark => bookmark.position !== position);
}

export function bookmarkAt(bookmarks: readonly Bookmark[], position: number): Bookmark | null {
	return bookmarks.find(bookmark => bookmark.position === position) ?? null;
}

/** The range between the two bookmarks that were set last; `null` if there are fewer. */
export function bookmarkRange(bookmarks: readonly Bookmark[]): BookmarkRange | null {
	const [one, other] = bookmarks.slice(-2);
	return one === undefined || other === undefined
		? null
		: {from: Math.min(one.position, other.position), to: Math.max(one.position, other.position)};
}

/** The bookmarks in the order of the trace. Their place in it, from 1, is their number. */
export function bookmarksInOrder(bookmarks: readonly Bookmark[]): readonly Bookmark[] {
	return bookmarks.toSorted((a, b) => a.position - b.position);
}

/** The nearest bookmark after (1) or before (−1) a position; `null` if there is none. */
export function nextBookmark(bookmarks: readonly Bookmark[], position: number, by: 1 | -1): Bookmark | null {
	const ordered = bookmarksInOrder(bookmarks);
	return (
		(by === 1
			? ordered.find(bookmark => bookmark.position > position)
			: ordered.findLast(bookmark => bookmark.position < position)) ?? null
	);
}

/** The newest bookmark among the first `length` events; `null` if there is none. Its note is the caption there. */
export function bookmarkBefore(bookmarks: readonly Bookmark[], length: number): Bookmark | null {
	return nextBookmark(bookmarks, length, -1);
}
