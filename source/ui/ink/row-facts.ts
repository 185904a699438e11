import stringWidth from '../../../node_modules/string-width/index.js';
import {remember} from './remember.js';
import {withoutStyles} from './styled-cells.js';

/** What must be known about a row before it is drawn. */
export type RowFacts = {
	readonly text: string;
	/** In cells, as `string-width` counts. */
	readonly width: number;
	/** Whether every terminal agrees on its width. */
	readonly isNarrow: boolean;
	/** Whether it holds only letters and styles: no other control character, and no combining mark, which Ink would move before a style. */
	readonly isClean: boolean;
	/** Whether it can be drawn by itself: no style continues after it, and Ink leaves none of its characters out. */
	readonly isWhole: boolean;
};

/** A text's rows, the width of the widest, and whether each of them is clean. */
export type TextFacts = {
	readonly rows: readonly RowFacts[];
	readonly width: number;
	readonly isClean: boolean;
};

/** Characters of one cell that never join their neighbours: letters, punctuation, arrows, lines, blocks, braille and the signs of our rows. */
const narrow =
	/^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2400-\u2426\u2500-\u25FC\u2699\u2713\u2717\u2758-\u275A\u27E8\u27E9\u2800-\u28FF]*$/;
const unclean = /(?!\u001B\[[\d;]+m)[\p{Control}\p{Mark}]/u;
/** Characters that Ink drops from a frame when they are alone. Sanitising has made those of outside text visible. */
const leftOut =
	/\u034F|[\u00AD\u061C\u115F\u1160\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/;

/** Most rows of a frame were in the previous frame, a few rows lower. */
export const rowFacts = remember(readRow, 2048);

/** The texts of a frame are its panes: each is asked for several times. */
export const textFacts = remember(readText, 32);

/** True for a text without styles whose width every terminal agrees on. */
export function isNarrow(plain: string): boolean {
	return narrow.test(plain);
}

function readText(text: string): TextFacts {
	const rows: RowFacts[] = [];
	let width = 0;
	let isClean = true;
	for (const row of text.split('\n')) {
		const facts = rowFacts(row);
		rows.push(facts);
		width = Math.max(width, facts.width);
		isClean &&= facts.isClean;
	}

	return {rows, width, isClean};
}

function readRow(text: string): RowFacts {
	const {text: plain, endsPlain} = withoutStyles(text);
	const isSure = isNarrow(plain);
	return {
		text,
		width: isSure ? plain.length : stringWidth(text),
		isNarrow: isSure,
		// No narrow character is a control or a mark; of styles, Ink takes the one without a number for a control.
		isClean: isSure ? !text.includes('\u001B[m') : !unclean.test(text),
		isWhole: (isSure || !leftOut.test(text)) && endsPlain,
	};
}
