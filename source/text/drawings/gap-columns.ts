import type {Row} from '../segment.js';
import {cellRow} from './cell-row.js';
import {glyphsFor, signFor} from './glyphs.js';

/** Columns for gaps in milliseconds, on a logarithmic scale up to the longest, which stands out. */
export function gapColumns(gaps: readonly number[]): Row {
	const longest = Math.max(0, ...gaps);
	const {columns} = glyphsFor(false);
	return cellRow(
		gaps.map(gap => {
			const share = longest > 0 ? Math.log1p(gap) / Math.log1p(longest) : 0;
			return {sign: signFor(share, columns) ?? ' ', role: gap === longest && gap > 0 ? 'peak' : 'bar'};
		}),
	);
}
