import {bookmarkLine} from '../recording/bookmark-lines.js';
import {appendToSession} from '../recording/change-session.js';
import {describeFailure, isSystemError} from '../text/describe-failure.js';
import type {KeepBookmark} from '../ui/screen/perform-effect.js';

/** Writes bookmarks into the recording that is played. `path` is `null` where another program writes the recording or pipes it in. */
export function keepInFile(path: string | null): KeepBookmark {
	return sayOnce((bookmark, isRemoved) =>
		path === null
			? 'kept until you quit: what is followed or piped in keeps no bookmarks'
			: appendTo(path, bookmarkLine(bookmark, isRemoved)),
	);
}

/** The same, but says only once why bookmarks cannot be kept. */
export function sayOnce(keep: KeepBookmark): KeepBookmark {
	let isSaid = false;
	return (bookmark, isRemoved) => {
		const problem = keep(bookmark, isRemoved);
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
				return 'kept until you quit: another process writes to the recording';
			}

			case 'no recording': {
				return 'kept until you quit: only a recording keeps bookmarks (sessions export --to recording)';
			}
		}
	} catch (error) {
		if (isSystemError(error)) {
			return `kept until you quit: ${describeFailure(error)}`;
		}

		throw error;
	}
}
