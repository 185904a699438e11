import {bookmarkLine} from '../recording/bookmark-lines.js';
import {appendToSession} from '../recording/change-session.js';
import {describeFailure, isSystemError} from '../text/describe-failure.js';
import type {KeepBookmark} from '../ui/screen/perform-effect.js';

/** Writes bookmarks into the recording that is played. `path` is `null` where another program writes the recording or pipes it in. Says once why they cannot be kept. */
export function keepInFile(path: string | null): KeepBookmark {
	let isSaid = false;
	return (bookmark, isRemoved) => {
		const problem =
			path === null
				? 'bookmarked until you quit: what is followed or piped in keeps no bookmarks'
				: appendTo(path, bookmarkLine(bookmark, isRemoved));
		const isNew = problem !== null && !isSaid;
		isSaid ||= problem !== null;
		return isNew ? problem : null;
	};
}

function appendTo(path: string, line: Parameters<typeof appendToSession>[1]): string | null {
	try {
		switch (appendToSession(path, line)) {
			case 'done': {
				return null;
			}

			case 'in use': {
				return 'bookmarked until you quit: another process writes to the recording';
			}

			case 'no recording': {
				return 'bookmarked until you quit: only a recording keeps bookmarks (sessions export --to recording)';
			}
		}
	} catch (error) {
		if (isSystemError(error)) {
			return `bookmarked until you quit: ${describeFailure(error)}`;
		}

		throw error;
	}
}
