import type {RequestEvent} from '../trace/trace-event.js';
import {createLineEncoder, type LineEncoder} from './line-encoder.js';
import type {RecordingLine} from './recording-format.js';

/** Writes some of the bytes and returns how many. Throws the system's error. */
export type WriteBytes = (bytes: Uint8Array) => number;

/**
 * A queue of lines to write to a file. A failed write keeps the unwritten bytes, and the next write continues at exactly that byte. Once
 * there is room again, nothing is missing and no line is torn.
 */
export class LineQueue {
	readonly #encoder: LineEncoder;
	#lines: RecordingLine[] = [];
	#rest: Uint8Array | null = null;

	constructor(secrets: readonly string[]) {
		this.#encoder = createLineEncoder(secrets);
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

	/** The lines are appended to a file in which this is the last request. */
	continueAfter(request: RequestEvent): void {
		this.#encoder.continueAfter(request);
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
				this.#rest = Buffer.from(this.#encoder.encode(line));
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
