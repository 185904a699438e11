/** The characters used in drawings. Each scale goes from almost empty to full. */
export type Glyphs = {
	/** For columns that grow upwards. */
	readonly columns: readonly string[];
	/** For bars that grow to the right. */
	readonly bars: readonly string[];
	/** For density. */
	readonly shades: readonly string[];
	readonly axis: string;
	readonly tick: string;
	readonly line: string;
	readonly start: string;
	readonly stop: string;
	readonly startAndStop: string;
	readonly ping: string;
	readonly error: string;
	readonly playhead: string;
	readonly range: string;
};

const unicode: Glyphs = {
	columns: [...'▁▂▃▄▅▆▇█'],
	bars: [...'▏▎▍▌▋▊▉█'],
	shades: [...'░▒▓█'],
	axis: '│',
	tick: '┤',
	line: '─',
	start: '├',
	stop: '┤',
	startAndStop: '│',
	ping: '•',
	error: '✕',
	playhead: '▲',
	range: '–',
};

const ascii: Glyphs = {
	columns: [...'.:#'],
	bars: [...'-='],
	shades: [...'.:*#'],
	axis: '|',
	tick: '+',
	line: '-',
	start: '[',
	stop: ']',
	startAndStop: '|',
	ping: 'o',
	error: 'x',
	playhead: '^',
	range: '-',
};

/** The set for a terminal with or without Unicode. */
export function glyphsFor(isAscii: boolean): Glyphs {
	return isAscii ? ascii : unicode;
}

/** The character on a scale for a share of 0 to 1. Only a share of exactly 0 has none, so that anything above 0 is visible. */
export function signFor(share: number, scale: readonly string[]): string | null {
	const steps = Math.min(scale.length, Math.ceil(share * scale.length));
	return share > 0 ? (scale[Math.max(steps, 1) - 1] ?? null) : null;
}
