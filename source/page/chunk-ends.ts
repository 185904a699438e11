/** In UTF-16 units. */
export const chunkLength = 4000;

/**
 * Where a text is cut: after a line feed where there is one, never inside a surrogate pair. A browser takes minutes to lay out a text of megabytes as
 * one element. The cuts of a text that grows stay where they are, the last one aside.
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
