const segmenter = new Intl.Segmenter(undefined, {granularity: 'sentence'});

/** Sentences of a text that grows, and the offset from which the next ones are to be taken. */
export type TakenSentences = {
	readonly sentences: readonly string[];
	readonly end: number;
};

/**
 * The sentences from an offset on that are whole: what may still come changes nothing about them. A line is whole at its end, the last
 * one too once `isWhole` says that nothing more comes. Blank lines are left out, and a number of a list stays with its words.
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
 * Up to here the breaks stand. Whether a full stop ends a sentence is known when the next letter has come: a small one goes on with it
 * (https://www.unicode.org/reports/tr29/#Sentence_Boundary_Rules, SB8).
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

/** True for what ends a line, or a sentence with words in it: not a list's number, and no full stop in the middle of a word. */
function isEnd(segment: string): boolean {
	return /[\n\r\u2028\u2029]$/.test(segment) || (/[\s。！？]$/.test(segment) && hasLetter(segment));
}

function hasLetter(text: string): boolean {
	return /\p{L}/u.test(text);
}
