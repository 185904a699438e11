import {glyphsFor, signFor} from './glyphs.js';

/**
 * A line of columns from 0 to the greatest value. When there are more values than cells, a cell shows the greatest of its share, so that
 * no spike is lost. Negative values count as 0.
 */
export function sparkline(values: ArrayLike<number>, width: number, isAscii = false): string {
	const cells = Math.min(values.length, Math.max(0, Math.floor(width)));
	const greatest = new Float64Array(cells);
	let max = 0;
	for (let index = 0; index < values.length; index++) {
		const cell = Math.floor((index * cells) / values.length);
		const value = values[index] ?? 0;
		greatest[cell] = Math.max(greatest[cell] ?? 0, value);
		max = Math.max(max, value);
	}

	const {columns} = glyphsFor(isAscii);
	return Array.from(greatest, value => (max === 0 ? null : signFor(value / max, columns)) ?? ' ').join('');
}
