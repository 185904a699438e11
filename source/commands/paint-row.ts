import {styleText} from 'node:util';
import type {Row} from '../text/segment.js';

/** Turns a row into a line of text. */
export type PaintRow = (row: Row) => string;

type Stream = {readonly isTTY?: boolean; hasColors?(): boolean};

const styles: ReadonlyMap<string, Parameters<typeof styleText>[0]> = new Map(
	Object.entries({
		title: 'bold',
		bad: ['red', 'bold'],
		warning: 'yellow',
		good: 'green',
		dim: 'dim',
		axis: 'dim',
		bar: 'blue',
	}),
);

/** Formats rows as lines for a stream, in the terminal's own colours if it has colours. `NO_COLOR` is respected. */
export function rowPainter(stream: Stream): PaintRow {
	const hasColors = stream.isTTY === true && stream.hasColors?.() === true;
	return row =>
		row
			.map(({text, role = ''}) => {
				const style = hasColors ? styles.get(role ?? '') : undefined;
				return style === undefined || text === '' ? text : styleText(style, text, {validateStream: false});
			})
			.join('')
			.trimEnd();
}
