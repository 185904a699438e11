// Stands in for Ink's `Output` in the bundle (see scripts/build.mjs). Ink builds a frame cell by cell, which is most of what a frame costs.
// Our rows are whole: they neither overlap nor need to be cut, so a frame is put together row by row. Where that does not hold,
// Ink's own class does it.

import InkOutput from '../../../node_modules/ink/build/output.js';
import stringWidth, {isNarrow} from './string-width.js';

type Write = {
	readonly x: number;
	readonly y: number;
	readonly text: string;
	readonly transformers: ReadonlyArray<(line: string, index: number) => string>;
};

type Piece = {readonly x: number; readonly text: string};

/** Characters that Ink leaves out of a frame when they stand alone; sanitising has made those of foreign text visible. */
const leftOut =
	/\u034F|[\u00AD\u061C\u115F\u1160\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0]/;
const endsStyled = /\u001B\[[\d;]*m$/;

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
			const lines = text.split('\n');
			if (x < 0 || leftOut.test(text) || (lines.length > 1 && !lines.every(isBalanced))) {
				return null;
			}

			for (const [index, line] of lines.entries()) {
				pieces[y + index]?.push({
					x,
					text: transformers.reduce((changed, transform) => transform(changed, index), line),
				});
			}
		}

		const rows = pieces.map(joinPieces);
		return rows.every(row => row !== null) ? rows : null;
	}
}

/** True for a line whose styles end with it, so that they need not be carried over to the next one. */
function isBalanced(line: string): boolean {
	return !line.includes('\u001B') || endsStyled.test(line);
}

/**
 * One row of the frame. Terminals disagree on the width of emoji and of some scripts: after such a text the next piece is put at its column
 * by number, so that the frames of the panes stay straight everywhere.
 */
function joinPieces(pieces: readonly Piece[]): string | null {
	let row = '';
	let column = 0;
	let isSure = true;
	for (const {x, text} of pieces.length > 1 ? pieces.toSorted((a, b) => a.x - b.x) : pieces) {
		if (x < column) {
			return null;
		}

		row += (isSure ? ' '.repeat(x - column) : `\u001B[${x + 1}G`) + text;
		column = x + stringWidth(text);
		isSure &&= isNarrow(text);
	}

	return row.trimEnd();
}
