// Stands in for Ink's `Output` in the bundle (see scripts/bundle.mjs). Ink builds a frame cell by cell, which is most of what a frame costs.
// Our rows are whole: they neither overlap nor need to be cut, so a frame is put together row by row. Where that does not hold,
// Ink's own class does it.

import InkOutput from '../../../node_modules/ink/build/output.js';
import {type RowFacts, rowFacts, textFacts} from './row-facts.js';

type Write = {
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly transformers: ReadonlyArray<(line: string, index: number) => string>;
};

type Piece = {readonly x: number; readonly row: RowFacts};

export default class LineOutput extends InkOutput {
	readonly #writes: Write[] = [];
	#isPlain = true;

	override write(x: number, y: number, text: string, options: Pick<Write, 'transformers'>): void {
		super.write(x, y, text, {transformers: [...options.transformers]});
		if (text !== '') {
			this.#writes.push({x, y, text, transformers: options.transformers});
		}
	}

	override clip(clip: Parameters<InkOutput['clip']>[0]): void {
		this.#isPlain = false;
		super.clip(clip);
	}

	override get(): {output: string; height: number} {
		const rows = this.#isPlain ? this.#rows() : null;
		return rows === null ? super.get() : {output: rows.join('\n'), height: rows.length};
	}

	/** The rows of the frame, or `null` where two writes overlap or one holds what only Ink's class can place. */
	#rows(): readonly string[] | null {
		const pieces: Piece[][] = Array.from({length: this.height}, () => []);
		for (const {x, y, text, transformers} of this.#writes) {
			const {rows} = textFacts(text);
			if (x < 0 || !rows.every(({isWhole}) => isWhole)) {
				return null;
			}

			for (const [index, row] of rows.entries()) {
				const shown = transformers.reduce((changed, transform) => transform(changed, index), row.text);
				pieces[y + index]?.push({x, row: shown === row.text ? row : rowFacts(shown)});
			}
		}

		const rows = pieces.map(joinPieces);
		return rows.every(row => row !== null) ? rows : null;
	}
}

/**
 * One row of the frame. Terminals disagree on the width of emoji and of some scripts: after such a text the next piece is put at its column
 * by number, so that the frames of the panes stay straight everywhere.
 */
function joinPieces(pieces: readonly Piece[]): string | null {
	let joined = '';
	let column = 0;
	let isSure = true;
	for (const {x, row} of pieces.length > 1 ? pieces.toSorted((a, b) => a.x - b.x) : pieces) {
		if (x < column) {
			return null;
		}

		joined += (isSure ? ' '.repeat(x - column) : `\u001B[${x + 1}G`) + row.text;
		column = x + row.width;
		isSure &&= row.isNarrow;
	}

	return joined.trimEnd();
}
