import {textWidth} from '../../text/text-width.js';
import type {LineWrapping} from './line-wrappings.js';

/** A field, or the end of an event. */
const wholeLine = /^(?:(?:event|data|id|retry)?:|$)/;

/** How many lines must have been folded, so that it is no chance. At a width that people set, one is enough. */
const minFolds = 2;
const usualWidths: ReadonlySet<number> = new Set([80, 100, 120, 132, 160, 200]);

/** A terminal of fewer columns is rare, and a longer line was hardly folded. */
const [minWidth, maxWidth] = [40, 400];

/**
 * What `fold`, a mail or the copy of a terminal does to long lines: each part but the last is as long as the longest line. A server that writes
 * line breaks into its data does not break it at one column. `null` if nothing was folded.
 */
export function foldedLines(beginning: string): LineWrapping | null {
	const lines = beginning.split(/\r?\n/);
	const width = lines.reduce((most, line) => Math.max(most, textWidth(line)), 0);
	const rests = lines.flatMap((line, index) => (index > 0 && !wholeLine.test(line) ? [index] : []));
	const isFolded =
		width >= minWidth &&
		width <= maxWidth &&
		rests.length >= (usualWidths.has(width) ? 1 : minFolds) &&
		rests.every(index => isFull(lines[index - 1] ?? '', width));
	return isFolded ? {title: `line breaks at column ${width}`, create: () => createUnfold(width)} : null;
}

/** A character of two columns that does not fit goes to the next line. */
function isFull(line: string, width: number): boolean {
	const columns = textWidth(line);
	return columns === width || (columns === width - 1 && /[^ -~]/.test(line));
}

function createUnfold(width: number) {
	let isOpen = false;
	return (line: string) => {
		const text = line.replace(/\r$/, '');
		const before = isOpen && wholeLine.test(text) ? '\n' : '';
		isOpen = text.length * 2 >= width && isFull(text, width);
		return `${before}${text}${isOpen ? '' : '\n'}`;
	};
}
