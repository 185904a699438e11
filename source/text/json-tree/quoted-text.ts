import {sanitizeLine} from '../sanitize.js';

/** A string as JSON writes it, sanitised, from its opening quote on and without the closing one. */
export type QuotedText = {
	readonly text: string;
	readonly quoted: string;
};

/** How far back a place is looked for from which on a text can be quoted by itself. */
const lookBack = 1000;

/** A character that stands for itself and settles how everything before it is shown. */
const selfContained = /[\p{L}\p{N}\p{P}\p{Zs}]/u;

/** Quotes a text. With `previous`, the quoting of a prefix of it, only the end is done again; the result is the same as without. */
export function quoteText(text: string, previous: QuotedText | null): QuotedText {
	const from = previous !== null && text.startsWith(previous.text) ? settledUpTo(previous.text) : 0;
	if (previous === null || from === 0) {
		return {text, quoted: `"${escaped(text)}`};
	}

	const unsettled = escaped(previous.text.slice(from));
	const settled = previous.quoted.slice(0, previous.quoted.length - unsettled.length);
	return {text, quoted: settled + escaped(text.slice(from))};
}

/** The last place at which a text can be cut and its parts be escaped apart, or 0. */
function settledUpTo(text: string): number {
	for (let index = text.length - 1; index > Math.max(0, text.length - lookBack); index--) {
		if (selfContained.test(text.charAt(index))) {
			return index;
		}
	}

	return 0;
}

function escaped(text: string): string {
	return sanitizeLine(JSON.stringify(text)).slice(1, -1);
}
