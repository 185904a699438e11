/** In UTF-16 units. */
export const chunkLength = 4000;

/**
 * Finds where to cut a text: after a line feed if there is one, never inside a surrogate pair. A browser takes minutes to lay out megabytes of
 * text in one element. As a text grows, only its last cut may move.
 */
export function chunkEnds(text: string): readonly number[] {
	const ends: number[] = [];
	for (let start = 0; start < text.length; start = ends.at(-1) ?? text.length) {
		ends.push(chunkEnd(text, start));
	}

	return ends;
}

function chunkEnd(text: string, start: number): number {
	const end = start + chunkLength;
	if (end >= text.length) {
		return text.length;
	}

	const line = text.slice(start, end).lastIndexOf('\n') + 1;
	if (line > 0) {
		return start + line;
	}

	return /[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end + 1 : end;
}
