import {encodeLine, type RecordingLine} from './recording-format.js';

/** Writes some of the bytes and returns how many. Throws the system's error. */
export type WriteBytes = (bytes: Uint8Array) => number;

/**
 * A queue of lines to write to a file. A failed write keeps the unwritten bytes, and the next write continues at exactly that byte. Once
 * there is room again, nothing is missing and no line is torn.
 */
export class LineQueue {
	readonly #secrets: readonly string[];
	#lines: RecordingLine[] = [];
	#rest: Uint8Array | null = null;

	constructor(secrets: readonly string[]) {
		this.#secrets = secrets;
	}

	/** The number of waiting lines. */
	get length(): number {
		return this.#lines.length;
	}

	push(line: RecordingLine): void {
		this.#lines.push(line);
	}

	prepend(lines: readonly RecordingLine[]): void {
		this.#lines = [...lines, ...this.#lines];
	}

	/** Ends a torn line that an earlier process left. */
	endTornLine(): void {
		this.#rest = Buffer.from('\n');
	}

	/** Writes all waiting lines. Throws what `write` throws. */
	flush(write: WriteBytes): void {
		this.#writeRest(write);
		let written = 0;
		try {
			for (const line of this.#lines) {
				this.#rest = Buffer.from(encodeLine(line, this.#secrets));
				written++;
				this.#writeRest(write);
			}
		} finally {
			this.#lines = written === this.#lines.length ? [] : this.#lines.slice(written);
		}
	}

	#writeRest(write: WriteBytes): void {
		while (this.#rest !== null) {
			const count = write(this.#rest);
			this.#rest = count === this.#rest.length ? null : this.#rest.subarray(count);
		}
	}
}
