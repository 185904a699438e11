/** Output sent to a terminal, `at` milliseconds after the start. */
export type CastFrame = {
	readonly at: number;
	readonly data: string;
};

export type Cast = {
	readonly width: number;
	readonly height: number;
	readonly title: string | null;
	readonly frames: Iterable<CastFrame>;
};

/**
 * Encodes an asciicast of version 3, which `asciinema` plays. Its intervals are seconds since the previous line.
 *
 * @see https://docs.asciinema.org/manual/asciicast/v3/
 */
export function* encodeCast({width, height, title, frames}: Cast): Generator<string> {
	const header = {version: 3, term: {cols: width, rows: height, type: 'xterm-256color'}};
	yield `${JSON.stringify(title === null ? header : {...header, title})}\n`;

	// Intervals are differences of rounded totals, so that a long cast does not drift.
	let written = 0;
	for (const {at, data} of frames) {
		const micros = Math.max(written, Math.round(at * 1000));
		yield `${JSON.stringify([(micros - written) / 1e6, 'o', data])}\n`;
		written = micros;
	}
}
