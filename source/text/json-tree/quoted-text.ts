import {sanitizeLine} from '../sanitize.js';

/** A sanitised string as JSON writes it, with its opening quote but without the closing one. */
export type QuotedText = {
	readonly text: string;
	readonly quoted: string;
};

/** How many characters back to look for a position from which text can be quoted independently. */
const lookBack = 1000;

/** A character that is never escaped and settles how everything before it is shown. */
const selfContained = /[\p{L}\p{N}\p{P}\p{Zs}]/u;

/** Quotes a text. With `previous`, the quoted form of a prefix, only the end is quoted again. The result is the same as without it. */
export function quoteText(text: string, previous: QuotedText | null): QuotedText {
	const from = previous !== null && text.startsWith(previous.text) ? settledUpTo(previous.text) : 0;
	if (previous === null || from === 0) {
		return {text, quoted: `"${escaped(text)}`};
	}

	const unsettled = escaped(previous.text.slice(from));
	const settled = previous.quoted.slice(0, previous.quoted.length - unsettled.length);
	return {text, quoted: settled + escaped(text.slice(from))};
}

/** The last position at which a text can be cut so that both parts can be escaped separately, or 0. */
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
