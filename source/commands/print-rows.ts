import {sanitizeLine} from '../text/sanitize.js';
import type {Row} from '../text/segment.js';
import {rowPainter} from './paint-row.js';

/** Prints rows as lines. What came from outside may be in them, so each is sanitised. */
export function printRows(stream: NodeJS.WriteStream, rows: readonly Row[]): void {
	const paint = rowPainter(stream);
	const lines = rows.map(row => `${paint(row.map(part => ({...part, text: sanitizeLine(part.text)})))}\n`);
	stream.write(lines.join(''));
}
