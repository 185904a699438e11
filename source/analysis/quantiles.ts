/** Statistics of a list of numbers, in the unit of the values. */
export type Summary = {
	readonly count: number;
	readonly p50: number;
	readonly p90: number;
	readonly p99: number;
	readonly max: number;
	readonly sum: number;
};

/**
 * The value below which a share `q` (0 to 1) of the values lies, with linear interpolation between neighbours, as in NumPy and spreadsheets.
 * `sorted` is in ascending order. Without values the quantile is `NaN`.
 */
export function quantile(sorted: ArrayLike<number>, q: number): number {
	const position = (sorted.length - 1) * Math.min(1, Math.max(0, q));
	const below = sorted[Math.floor(position)];
	const above = sorted[Math.ceil(position)];
	if (below === undefined || above === undefined) {
		return Number.NaN;
	}

	return below + (above - below) * (position - Math.floor(position));
}

/** Summarises finite values in any order. `null` if there are none. */
export function summarise(values: Iterable<number>): Summary | null {
	const sorted = Float64Array.from(values).sort();
	const max = sorted.at(-1);
	if (max === undefined) {
		return null;
	}

	return {
		count: sorted.length,
		p50: quantile(sorted, 0.5),
		p90: quantile(sorted, 0.9),
		p99: quantile(sorted, 0.99),
		max,
		sum: sorted.reduce((sum, value) => sum + value, 0),
	};
}
