import {sanitizeLine} from './sanitize.js';
import {padEnd, textWidth, truncate} from './text-width.js';

/** Formats rows as lines with aligned columns. Each cell fits on one line and is cut to `widest` terminal cells. Ends with a newline. */
export function alignRows(rows: readonly (readonly string[])[], widest = Number.POSITIVE_INFINITY): string {
	const shown = rows.map(row => row.map(cell => truncate(sanitizeLine(cell), widest)));
	const widths = Array.from({length: Math.max(0, ...shown.map(row => row.length))}, (_, column) =>
		Math.max(0, ...shown.map(row => textWidth(row[column] ?? ''))),
	);
	return shown
		.map(row => row.map((cell, column) => padEnd(cell, widths[column] ?? 0)).join('  '))
		.map(line => `${line.trimEnd()}\n`)
		.join('');
}
