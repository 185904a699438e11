import {sanitize} from '../sanitize.js';
import type {MarkdownStyle} from './markdown-view.js';

// Two characters that take no cell and stand in no sanitised text (sanitising shows them by number): they go through wrapping and Markdown
// with the text around them and come out where it came out.
export const highlightStart = '\u2063';
export const highlightEnd = '\u2064';

const marks = /([\u2063\u2064])/;

/** Sanitises a piece of Markdown again: the lexer makes characters of references to them. In a marked text the marks stay. */
export function sanitizePiece(
	text: string,
	{isBookmarked}: Pick<MarkdownStyle, 'isBookmarked'>,
	decode: (part: string) => string = part => part,
): string {
	return isBookmarked
		? text
				.split(marks)
				.map(part => (marks.test(part) ? part : sanitize(decode(part))))
				.join('')
		: sanitize(decode(text));
}
