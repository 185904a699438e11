import {
	type Bookmark,
	bookmarkAt,
	bookmarkRange,
	bookmarksInOrder,
	maxNote,
	nextBookmark,
	withBookmark,
	withoutBookmark,
} from '../../analysis/bookmarks.js';
import {rangeWords} from '../../analysis/measure-range.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {changePlayback, movePlayhead} from '../player/playhead.js';
import type {Screen} from '../screen/screen.js';
import {type Step, step} from '../screen/screen-effect.js';
import {showPosition} from './select-event.js';
import {isLogWhole, selectPosition} from './select-log.js';

/** Key actions of bookmarks that stay inside the screen. */
export const bookmarkKeys = {
	nextBookmark: (screen: Screen) => toBookmark(screen, 1),
	previousBookmark: (screen: Screen) => toBookmark(screen, -1),
	openNote,
};

/** Bookmarks the selected event, or removes its bookmark. */
export function toggleBookmark(screen: Screen): Step {
	const position = selectPosition(screen);
	if (position < 0) {
		return step({...screen, notice: noEvent});
	}

	const before = bookmarkAt(screen.bookmarks, position);
	if (before !== null) {
		const bookmarks = withoutBookmark(screen.bookmarks, position);
		const said = `the bookmark on #${position + 1} is removed`;
		return step(
			{...screen, bookmarks, notice: said},
			{name: 'keepBookmark', bookmark: before, isRemoved: true, said},
		);
	}

	return set(screen, {position, note: ''});
}

/** Writes the note of the selected event, which sets its bookmark. */
export function writeNote(screen: Screen, value: string): Step {
	const position = selectPosition(screen);
	const note = sanitizeLine(value).trim().slice(0, maxNote);
	const before = bookmarkAt(screen.bookmarks, position);
	return position < 0 || (note === '' && before === null) ? step(screen) : set(screen, {position, note});
}

const noEvent = 'there are no events yet';

function set(screen: Screen, bookmark: Bookmark): Step {
	const bookmarks = withBookmark(screen.bookmarks, bookmark);
	const next = {...screen, bookmarks};
	const said = setWords(next, bookmark);
	return step({...next, notice: said}, {name: 'keepBookmark', bookmark, isRemoved: false, said});
}

/** What was set, and what the last two bookmarks measure. */
function setWords({trace, hasTimes, bookmarks}: Screen, {position, note}: Bookmark): string {
	const range = bookmarkRange(bookmarks);
	const isNoted = note !== '';
	if (range === null || isNoted) {
		const kept = isNoted ? `note on #${position + 1} kept` : `#${position + 1} bookmarked`;
		return `${kept}: u and U go to bookmarks${isNoted ? '' : ', M writes a note'}`;
	}

	return rangeWords(trace, range, hasTimes);
}

function toBookmark(screen: Screen, by: 1 | -1): Screen {
	const {bookmarks} = screen;
	const found = nextBookmark(bookmarks, selectPosition(screen), by);
	if (found === null) {
		const side = by === 1 ? 'after' : 'before';
		return {
			...screen,
			notice: bookmarks.length === 0 ? 'no bookmarks: m sets one' : `no bookmark ${side} this event`,
		};
	}

	const number = bookmarksInOrder(bookmarks).indexOf(found) + 1;
	const place = `bookmark ${number} of ${bookmarks.length}`;
	const notice = found.note === '' ? place : `${place}: ${sanitizeLine(found.note)}`;
	// A recording is shown from bookmark to bookmark, so the conversation and the caption come along.
	const shown = isLogWhole(screen)
		? movePlayhead(changePlayback(screen, {isPlaying: false}), found.position + 1)
		: showPosition(screen, found.position);
	return {...shown, notice};
}

function openNote(screen: Screen): Screen {
	const position = selectPosition(screen);
	return position < 0
		? {...screen, notice: noEvent}
		: {...screen, field: {kind: 'note', value: bookmarkAt(screen.bookmarks, position)?.note ?? ''}};
}
