// Stands in for `string-width` in the bundle (see scripts/build.mjs). Ink measures every row of every frame, and most rows hold nothing but
// letters and lines; the rest is measured once and remembered.

import stringWidth from '../../../node_modules/string-width/index.js';

type Options = Parameters<typeof stringWidth>[1];

/** Characters of one cell that never join their neighbours: letters, punctuation, arrows, lines, blocks, braille and the signs of our rows. */
const narrow =
	/^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2400-\u2426\u2500-\u25FC\u2699\u2713\u2717\u2758-\u275A\u27E8\u27E9\u2800-\u28FF]*$/;
const sgr = /\u001B\[[\d;]*m/g;
const remembered = 4096;

const widths = new Map<string, number>();

/** The same as `string-width`. */
export default function quickStringWidth(text: string, options?: Options): number {
	if (options !== undefined) {
		return stringWidth(text, options);
	}

	const plain = text.includes('\u001B') ? text.replaceAll(sgr, '') : text;
	return narrow.test(plain) ? plain.length : measured(plain);
}

/** True for a text whose width every terminal agrees on. */
export function isNarrow(text: string): boolean {
	return narrow.test(text.includes('\u001B') ? text.replaceAll(sgr, '') : text);
}

function measured(text: string): number {
	const known = widths.get(text);
	if (known !== undefined) {
		return known;
	}

	if (widths.size >= remembered) {
		widths.clear();
	}

	const width = stringWidth(text);
	widths.set(text, width);
	return width;
}
