// Replaces Ink's `Output` in the bundle (see scripts/bundle.mjs). Ink builds a frame cell by cell, which is most of the cost of a frame.
// Our rows are whole: they neither overlap nor need to be cut, so a frame is built row by row. If that does not hold, Ink's own class
// builds it.

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
		if (!this.#isPlain) {
			super.write(x, y, text, {transformers: [...options.transformers]});
		} else if (text !== '') {
			this.#writes.push({x, y, text, transformers: options.transformers});
		}
	}

	override clip(clip: Parameters<InkOutput['clip']>[0]): void {
		this.#leaveToInk();
		super.clip(clip);
	}

	override get(): {output: string; height: number} {
		const rows = this.#isPlain ? this.#rows() : null;
		if (rows === null) {
			this.#leaveToInk();
			return super.get();
		}

		return {output: rows.join('\n'), height: rows.length};
	}

	/** Ink's class draws this frame: it receives what was written so far. */
	#leaveToInk(): void {
		this.#isPlain = false;
		for (const {x, y, text, transformers} of this.#writes.splice(0)) {
			super.write(x, y, text, {transformers: [...transformers]});
		}
	}

	/** The rows of the frame, or `null` if two writes overlap or one contains something that only Ink's class can place. */
	#rows(): readonly string[] | null {
		const pieces: Piece[][] = Array.from({length: this.height}, () => []);
		for (const {x, y, text, transformers} of this.#writes) {
			if (x < 0) {
				return null;
			}

			let line = 0;
			for (const row of textFacts(text).rows) {
				if (!row.isWhole) {
					return null;
				}

				insert(pieces[y + line], {x, row: transformed(row, line, transformers)});
				line++;
			}
		}

		const rows: string[] = [];
		for (const row of pieces) {
			const joined = joinPieces(row);
			if (joined === null) {
				return null;
			}

			rows.push(joined);
		}

		return rows;
	}
}

/** Keeps the pieces of a row in the order of their columns, in which Ink mostly writes them. */
function insert(row: Piece[] | undefined, piece: Piece): void {
	const last = row?.at(-1);
	row?.push(piece);
	if (last !== undefined && last.x > piece.x) {
		row?.sort((a, b) => a.x - b.x);
	}
}

function transformed(row: RowFacts, line: number, transformers: Write['transformers']): RowFacts {
	let shown = row.text;
	for (const transform of transformers) {
		shown = transform(shown, line);
	}

	return shown === row.text ? row : rowFacts(shown);
}

/**
 * One row of the frame. Terminals disagree on the width of emoji and of some scripts: after such a text, the next piece is placed by column
 * number, so that the panes' frames stay straight everywhere.
 */
function joinPieces(pieces: readonly Piece[]): string | null {
	let joined = '';
	let column = 0;
	let isSure = true;
	for (const {x, row} of pieces) {
		if (x < column) {
			return null;
		}

		if (!isSure) {
			joined += `\u001B[${x + 1}G`;
		} else if (x > column) {
			joined += ' '.repeat(x - column);
		}

		joined += row.text;
		column = x + row.width;
		isSure &&= row.isNarrow;
	}

	return joined.trimEnd();
}
