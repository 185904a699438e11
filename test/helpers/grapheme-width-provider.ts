import type {IUnicodeVersionProvider} from '@xterm/headless';
import stringWidth from 'string-width';

/** The encoding that xterm's UnicodeService reads: bit 0 joins the character to the previous cell, bits 1 and 2 hold the width. */
const pack = (width: number, joins: boolean): number => (Math.min(2, width) << 1) | (joins ? 1 : 0);

/**
 * Cell widths as in current terminals: a grapheme cluster is one cell of width 1 or 2. xterm's own table is Unicode 6, in which an emoji is one
 * column wide and a family of four takes four.
 */
export const createGraphemeWidthProvider = (version: string): IUnicodeVersionProvider => {
	const segmenter = new Intl.Segmenter();
	let cluster = '';
	let clusterWidth = 0;

	const charProperties = (codepoint: number, preceding: number): number => {
		const character = String.fromCodePoint(codepoint);
		if (codepoint < 0x3_00) {
			cluster = character;
			clusterWidth = 1;
			return pack(1, false);
		}

		// `preceding` is 0 where the cursor has moved: nothing joins across that.
		const joined = preceding === 0 ? character : cluster + character;
		const joins = joined !== character && [...segmenter.segment(joined)].length === 1;
		cluster = joins ? joined : character;
		// A flag's ZWJ on its way to the rainbow measures as one column. A cell that has been taken is never given back.
		clusterWidth = Math.max(joins ? clusterWidth : 0, stringWidth(cluster));
		return pack(clusterWidth, joins);
	};

	return {
		version,
		wcwidth(codepoint) {
			const width = stringWidth(String.fromCodePoint(codepoint));
			return width === 0 || width === 1 ? width : 2;
		},
		charProperties,
	};
};
