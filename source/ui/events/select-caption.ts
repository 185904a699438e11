import {bookmarkBefore} from '../../analysis/bookmarks.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {selectLength} from '../player/select-view.js';
import type {Screen} from '../screen/screen.js';

/** The caption at the playhead: the note of the last bookmark before it, in the same exchange. `''` without one, and while live. */
export function selectCaption(screen: Screen): string {
	const {trace, playhead, bookmarks} = screen;
	if (playhead === null || bookmarks.length === 0) {
		return '';
	}

	const length = selectLength(screen);
	const bookmark = bookmarkBefore(bookmarks, length);
	const isNear = trace.at(bookmark?.position ?? -1)?.exchange === trace.at(length - 1)?.exchange;
	return bookmark !== null && isNear ? sanitizeLine(bookmark.note) : '';
}

/** What the status line says: the notice about the last key, else the caption; `null` if there is neither. */
export function selectNotice(screen: Screen): string | null {
	const caption = screen.notice === null ? selectCaption(screen) : '';
	return caption === '' ? screen.notice : `◈ ${caption}`;
}
