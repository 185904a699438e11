// Replaces Ink's `measure-text` in the bundle (see scripts/bundle.mjs). Ink remembers the size of the last few thousand texts; ours are
// whole panes, mostly new in every frame, and would fill that memory for nothing.

import {textFacts} from './row-facts.js';

/** The same as Ink's: the cells of the widest row, and the number of rows. */
export default function measureText(text: string): {width: number; height: number} {
	const {rows, width} = textFacts(text);
	return {width, height: text === '' ? 0 : rows.length};
}
