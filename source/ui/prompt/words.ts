// Where words begin and end, by Unicode's rules, so that Chinese and Japanese have words too. A folded paste or a file counts as a word.

import {boundaryFrom, previousBoundary} from './graphemes.js';
import {isSign} from './prompt-unit.js';

const words = new Intl.Segmenter(undefined, {granularity: 'word'});

/** How far to search. A longer word or gap takes several steps. */
const reach = 500;

/** The end of the word at `offset`, or of the next one; the end of the text if there is none. */
export function wordEnd(text: string, offset: number): number {
	const near = text.slice(offset, offset + reach);
	for (const {segment, index, isWordLike} of words.segment(near)) {
		if (isWordLike || isSign(segment)) {
			return boundaryFrom(text, offset + index + segment.length);
		}
	}

	return boundaryFrom(text, Math.min(text.length, offset + reach));
}

/** The start of the word before `offset`; the start of the text if there is none. */
export function wordStart(text: string, offset: number): number {
	const from = boundaryFrom(text, Math.max(0, offset - reach));
	let found = from;
	for (const {segment, index, isWordLike} of words.segment(text.slice(from, offset))) {
		if (isWordLike || isSign(segment)) {
			found = boundaryFrom(text, from + index);
		}
	}

	// At least one step, even over a cluster longer than the reach.
	return Math.min(found, previousBoundary(text, offset));
}
