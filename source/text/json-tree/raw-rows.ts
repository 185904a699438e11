import {cutText} from '../cut-text.js';
import {sanitize} from '../sanitize.js';
import {type Row, segment} from '../segment.js';

/** The rows of an unparsed text, sanitised and cut at the edge instead of between words, because a line is often very long. */
export type RawRows = {
	readonly count: number;
	/** The rows from `from` up to, but not including, `to`. */
	slice(from: number, to: number): readonly Row[];
};

export function rawRows(text: string, width: number): RawRows {
	const lines = cutText(sanitize(text), width);
	return {
		count: lines.length,
		slice: (from, to) => lines.slice(Math.max(0, from), Math.max(0, to)).map(line => [segment(line)]),
	};
}
