// Counts the cells of plain text as Ink does, and cuts or fills text to a number of cells. These functions do not understand ANSI codes.

import stringWidth from 'string-width';

// One cell per character, none of which combines with its neighbours: letters, punctuation, arrows, control pictures, box drawing.
const narrow =
	/^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0377\u0400-\u0482\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2400-\u2426\u2500-\u25FC\u27E8\u27E9]*$/;

// Two cells per character, none of which combines with its neighbours: the common part of Chinese, Japanese and Korean.
const wide = /^[\u3001-\u3029\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF]*$/;

const segmenter = new Intl.Segmenter();

/** The width of `text` in cells, in one row. */
export function textWidth(text: string): number {
	if (narrow.test(text)) {
		return text.length;
	}

	return wide.test(text) ? text.length * 2 : stringWidth(text);
}

/** Returns `text` if it fits, else as many whole characters as do, and `…`. Never wider than `width`. */
export function truncate(text: string, width: number): string {
	// Avoids measuring a megabyte of JSON to its end for one row of the log.
	const head = text.slice(0, 20 * (Math.max(0, width) + 8));
	const short = truncateWhole(head, width);
	return short === head && head !== text ? truncateWhole(text, width) : short;
}

function truncateWhole(text: string, width: number): string {
	if (narrow.test(text)) {
		return text.length <= width ? text : width < 1 ? '' : `${text.slice(0, width - 1)}…`;
	}

	let cells = 0;
	let end = 0;
	for (const {segment} of segmenter.segment(text)) {
		cells += textWidth(segment);
		if (cells > width) {
			return width < 1 ? '' : `${text.slice(0, end)}…`;
		}

		if (cells < width) {
			end += segment.length;
		}
	}

	return text;
}

/** Fills `text` with spaces to `width` cells. Wider text is unchanged. */
export function padEnd(text: string, width: number): string {
	const padded = text + ' '.repeat(Math.max(0, width - textWidth(text)));
	// Letters of a few scripts combine with the next character, and so swallow one space.
	return padded + ' '.repeat(Math.max(0, width - textWidth(padded)));
}

/** Truncates or fills text to exactly `width` cells. */
export function fit(text: string, width: number): string {
	return padEnd(truncate(text, width), width);
}
