import {type Bookmark, bookmarkBefore} from '../analysis/bookmarks.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {findElement} from './find-element.js';
import {make} from './make.js';

/** The list of bookmarks, and the caption below the player. */
export type BookmarkList = {
	/** Shows the note of the last bookmark before the playhead, in the same exchange. */
	show(playhead: number): void;
};

/** `onChoose` receives the playhead at the bookmark that was clicked. */
export function createBookmarks(
	events: readonly TraceEvent[],
	bookmarks: readonly Bookmark[],
	onChoose: (playhead: number) => void,
): BookmarkList {
	const caption = findElement('caption', HTMLElement);
	const list = findElement('bookmarks', HTMLElement);
	list.append(
		...bookmarks.map(({position, note}) => {
			const button = make('button', '', note === '' ? `◈ #${position + 1}` : `◈ #${position + 1} ${note}`);
			button.type = 'button';
			button.addEventListener('click', () => onChoose(position + 1));
			return button;
		}),
	);
	list.hidden = bookmarks.length === 0;
	return {
		show(playhead) {
			const bookmark = bookmarkBefore(bookmarks, playhead);
			const isNear = events[bookmark?.position ?? -1]?.exchange === events[playhead - 1]?.exchange;
			caption.textContent = bookmark !== null && isNear ? bookmark.note : '';
		},
	};
}
