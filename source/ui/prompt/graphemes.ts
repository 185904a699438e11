// Finds where one visible character (a grapheme cluster) ends and the next begins. Only nearby text is read, so the cost of a step does not
// grow with the text.

const segmenter = new Intl.Segmenter();

// Characters that always begin a cluster after one of the characters below: letters that neither join nor are joined, and emoji (Unicode
// Standard Annex 29). The lists are incomplete on purpose: a missing character costs only a longer search.
const begins =
	/^[\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u05D0-\u05EA\u0620-\u064A\u0E01-\u0E30\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3\p{Extended_Pictographic}]/u;
const ends =
	/[\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u0370-\u0482\u048A-\u052F\u05D0-\u05EA\u0620-\u064A\u0E01-\u0E30\u2010-\u2027\u3001-\u3029\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}]$/u;

/** The first boundary after `offset`; the length of the text at its end. */
export function nextBoundary(text: string, offset: number): number {
	return offset >= text.length ? text.length : clusterAt(text, offset).end;
}

/** The last boundary before `offset`; 0 at the start. */
export function previousBoundary(text: string, offset: number): number {
	return offset <= 0 ? 0 : clusterAt(text, offset - 1).start;
}

/** `offset` itself if it is a boundary, else the end of the cluster around it. */
export function boundaryFrom(text: string, offset: number): number {
	return offset <= 0 || offset >= text.length ? offset : clusterAt(text, offset - 1).end;
}

/** The first offset from `offset` on where a cluster must begin, regardless of the text to its left. */
export function settledFrom(text: string, offset: number): number {
	let position = offset;
	while (!isSettled(text, position)) {
		position++;
	}

	return position;
}

/** The clusters of a text without newlines. */
export function graphemes(text: string): Iterable<string> {
	return /^[\u0020-\u007E]*$/.test(text) ? text : segments(text);
}

function* segments(text: string): Generator<string> {
	for (const {segment} of segmenter.segment(text)) {
		yield segment;
	}
}

/** The cluster that holds the code unit at `offset`, which must exist. */
function clusterAt(text: string, offset: number): {start: number; end: number} {
	let from = offset;
	while (!isSettled(text, from)) {
		from--;
	}

	const to = settledFrom(text, offset + 1);
	const found = segmenter.segment(text.slice(from, to)).containing(offset - from);
	const start = from + (found?.index ?? 0);
	return {start, end: start + (found?.segment.length ?? 1)};
}

function isSettled(text: string, offset: number): boolean {
	if (offset <= 0 || offset >= text.length) {
		return true;
	}

	const before = text.slice(Math.max(0, offset - 2), offset);
	const after = text.slice(offset, offset + 2);
	return after[0] === '\n' || before.endsWith('\n') || (begins.test(after) && ends.test(before));
}
