const segmenter = new Intl.Segmenter(undefined, {granularity: 'sentence'});

/** Sentences of a growing text, and the offset at which the next ones begin. */
export type TakenSentences = {
	readonly sentences: readonly string[];
	readonly end: number;
};

/**
 * Returns the complete sentences from an offset on: later text does not change them. A line is complete at its end, and the last one once
 * `isWhole` says that nothing more follows. Blank lines are left out, and a list number stays with its words.
 */
export function takeSentences(text: string, from: number, isWhole: boolean): TakenSentences {
	const settled = isWhole ? text.length : from + settledLength(text.slice(from));
	const sentences: string[] = [];
	let end = from;
	for (const {segment, index} of segmenter.segment(text.slice(from))) {
		const next = from + index + segment.length;
		if (next > settled) {
			break;
		}

		if (isEnd(segment) || (isWhole && next === text.length)) {
			const piece = text.slice(end, next);
			if (piece.trim() !== '') {
				sentences.push(piece.trimEnd());
			}

			end = next;
		}
	}

	return {sentences, end};
}

/**
 * The length up to which the breaks are final. Whether a full stop ends a sentence is known only from the next letter: a lower-case letter
 * continues it (https://www.unicode.org/reports/tr29/#Sentence_Boundary_Rules, SB8).
 */
function settledLength(text: string): number {
	let settled = 0;
	let last = 0;
	for (const {segment, index} of segmenter.segment(text)) {
		if (index > 0 && (hasLetter(segment) || text[index - 1] === '\n')) {
			settled = index;
		}

		last = index + segment.length;
	}

	return text.endsWith('\n') ? last : settled;
}

/** True for a segment that ends a line, or a sentence with words in it. A list number does not, nor does a full stop in the middle of a word. */
function isEnd(segment: string): boolean {
	return /[\n\r\u2028\u2029]$/.test(segment) || (/[\s。！？]$/.test(segment) && hasLetter(segment));
}

function hasLetter(text: string): boolean {
	return /\p{L}/u.test(text);
}
