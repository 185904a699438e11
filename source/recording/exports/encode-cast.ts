/** Output sent to a terminal, `at` milliseconds after the start. */
export type CastFrame = {
	readonly at: number;
	readonly data: string;
};

/** The versions of the format. Version 2 is the one that every player reads; asciinema before 3.0 refuses version 3. */
export const castVersions = [2, 3] as const;
export type CastVersion = (typeof castVersions)[number];

export type Cast = {
	readonly version: CastVersion;
	readonly width: number;
	readonly height: number;
	readonly title: string | null;
	readonly frames: Iterable<CastFrame>;
};

/**
 * Encodes an asciicast, which `asciinema` plays. Times are seconds: in version 2 since the start, in version 3 since the previous line.
 *
 * @see https://docs.asciinema.org/manual/asciicast/v2/
 * @see https://docs.asciinema.org/manual/asciicast/v3/
 */
export function* encodeCast({version, width, height, title, frames}: Cast): Generator<string> {
	const type = 'xterm-256color';
	const header =
		version === 2
			? {version, width, height, env: {TERM: type}}
			: {version, term: {cols: width, rows: height, type}};
	yield `${JSON.stringify(title === null ? header : {...header, title})}\n`;

	// Intervals are differences of rounded totals, so that a long cast does not drift.
	let written = 0;
	for (const {at, data} of frames) {
		const micros = Math.max(written, Math.round(at * 1000));
		yield `${JSON.stringify([(version === 2 ? micros : micros - written) / 1e6, 'o', data])}\n`;
		written = micros;
	}
}
