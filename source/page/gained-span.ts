/** A part of a text: UTF-16 offsets. */
export type TextSpan = {readonly start: number; readonly end: number};

/** What an event brought to a text that a page shows, or `null` where it brought nothing. It stands before what was already behind it, such as citations. */
export function gainedSpan(before: string, now: string): TextSpan | null {
	if (now.length <= before.length) {
		return null;
	}

	if (now.startsWith(before)) {
		return {start: before.length, end: now.length};
	}

	let start = 0;
	while (start < before.length && before[start] === now[start]) {
		start++;
	}

	let end = now.length;
	while (
		end - now.length + before.length > start &&
		before[end - now.length + before.length - 1] === now[end - 1]
	) {
		end--;
	}

	return {start, end};
}
