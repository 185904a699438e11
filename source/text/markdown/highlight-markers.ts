import {sanitize} from '../sanitize.js';
import type {MarkdownStyle} from './markdown-view.js';

// Two characters that take no cell and never occur in sanitised text, which shows them by number. They pass through wrapping and Markdown with
// the text around them.
export const highlightStart = '\u2063';
export const highlightEnd = '\u2064';

const marks = /([\u2063\u2064])/;

/**
 * Sanitises a piece of Markdown again, because the lexer turns character references into characters. Highlight markers are kept if the text is
 * marked.
 */
export function sanitizePiece(
	text: string,
	{hasHighlights}: Pick<MarkdownStyle, 'hasHighlights'>,
	decode: (part: string) => string = part => part,
): string {
	return hasHighlights
		? text
				.split(marks)
				.map(part => (marks.test(part) ? part : sanitize(decode(part))))
				.join('')
		: sanitize(decode(text));
}
