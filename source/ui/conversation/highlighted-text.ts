import {stripVTControlCharacters} from 'node:util';
import {highlightEnd, highlightStart} from '../../text/markdown/highlight-markers.js';
import {sanitize} from '../../text/sanitize.js';
import {textWidth} from '../../text/text-width.js';

/** Characters with a meaning in Markdown. A mark among them would change that meaning. */
const syntax = /[\s*_`#>|~[\]()!\\-]/;

/** The sanitised text with the characters from `start` to `end` (offsets into the raw text) marked. */
export function markHighlight(raw: string, start: number, end: number): string {
	const text = sanitize(raw);
	// Most text is shown as it is: then so is each beginning of it.
	const shown = text === raw ? (part: string) => part : sanitize;
	let from = Math.min(shown(wholeUpTo(raw, start)).length, text.length);
	let to = Math.min(shown(wholeUpTo(raw, end)).length, text.length);
	while (from < to && syntax.test(text.charAt(from))) {
		from++;
	}

	while (to > from && syntax.test(text.charAt(to - 1)) && !endsSentence(text, to)) {
		to--;
	}

	return from >= to
		? text
		: text.slice(0, from) + highlightStart + text.slice(from, to) + highlightEnd + text.slice(to);
}

/** Whether an exclamation mark comes before a blank or at the end. There it neither begins an image nor touches emphasis. */
function endsSentence(text: string, end: number): boolean {
	return text.charAt(end - 1) === '!' && /^\s?$/.test(text.charAt(end));
}

/** Half of a surrogate pair would be shown as its number, unlike in the whole text. */
function wholeUpTo(raw: string, offset: number): string {
	return raw.slice(0, /[\uD800-\uDBFF]/.test(raw.charAt(offset - 1)) ? offset - 1 : offset);
}

/** The index of the first line with something highlighted, or −1. */
export function highlightedLine(lines: readonly string[]): number {
	return lines.findIndex(line => line.includes(highlightStart));
}

/** A place in some lines; `column` is in cells. */
export type TextPlace = {readonly line: number; readonly column: number};

/** Where in some lines what is highlighted begins, or `null` where nothing is. */
export function highlightPlace(lines: readonly string[]): TextPlace | null {
	const line = highlightedLine(lines);
	const text = lines[line];
	return text === undefined
		? null
		: {line, column: textWidth(stripVTControlCharacters(text.slice(0, text.indexOf(highlightStart))))};
}

/**
 * Highlights the marked text in styled lines, across line breaks, except the blanks that fill a table. The start mark stays in the text so
 * that it can be found.
 */
export function lightMarked(lines: readonly string[], light: (text: string) => string): readonly string[] {
	let isHighlighted = false;
	return lines.map(line => {
		if (!isHighlighted && !line.includes(highlightStart)) {
			return line;
		}

		let highlight = '';
		for (const part of line.split(/([\u2063\u2064]|\u001B\[[\d;]*m)/)) {
			if (part === highlightStart || part === highlightEnd) {
				isHighlighted = part === highlightStart;
				highlight += isHighlighted ? part : '';
			} else {
				highlight += isHighlighted && !part.startsWith('\u001B') ? lightWords(part, light) : part;
			}
		}

		return highlight;
	});
}

function lightWords(text: string, light: (text: string) => string): string {
	return text
		.split(/( {2,})/)
		.map(part => (part === '' || part.startsWith('  ') ? part : light(part)))
		.join('');
}

/** A line as it is drawn, without the start mark. */
export function withoutMark(line: string): string {
	return line.replaceAll(highlightStart, '');
}
