import type {Summary} from './quantiles.js';

/** The number of values from `from` up to, but not including, `to`. The last bin includes its end. */
export type Bin = {readonly from: number; readonly to: number; readonly count: number};

/** In milliseconds. Finer edges would look the same in print. */
const minStep = 0.1;

/** If the maximum is at most this many times the median, equal steps show more than growing ones. */
const evenSpread = 4;

/**
 * Sorts durations of 0 ms and more into at most `limit` bins with round edges. The steps are equal if the values lie close together, else 1, 2,
 * 5, 10, …, so that a few long gaps do not push all others into one bin.
 */
export function histogramBins(values: ArrayLike<number>, {p50, max}: Summary, limit: number): readonly Bin[] {
	const edges = max <= evenSpread * p50 ? evenEdges(max, limit) : growingEdges(p50, max, limit);
	const counts = edges.slice(1).map(() => 0);
	for (let index = 0; index < values.length; index++) {
		const bin = binOf(values[index] ?? 0, edges);
		counts[bin] = (counts[bin] ?? 0) + 1;
	}

	const bins = counts.map((count, index) => ({from: edges[index] ?? 0, to: edges[index + 1] ?? max, count}));
	return bins.slice(
		bins.findIndex(({count}) => count > 0),
		bins.findLastIndex(({count}) => count > 0) + 1,
	);
}

function binOf(value: number, edges: readonly number[]): number {
	let bin = 0;
	while (bin < edges.length - 2 && value >= (edges[bin + 1] ?? 0)) {
		bin++;
	}

	return bin;
}

function evenEdges(max: number, limit: number): readonly number[] {
	const step = roundUp(Math.max(minStep, max / limit));
	return Array.from({length: Math.max(1, Math.ceil(max / step)) + 1}, (_, index) => round(index * step));
}

/** 0, then 1, 2 and 5 times powers of ten up to the maximum. If these are too many, every second, third, … of them. */
function growingEdges(p50: number, max: number, limit: number): readonly number[] {
	const edges = [roundUp(Math.max(minStep, p50 / 20))];
	while ((edges.at(-1) ?? max) < max) {
		edges.push(roundUp((edges.at(-1) ?? max) * 1.5));
	}

	const stride = Math.ceil(edges.length / limit);
	const kept = edges.filter((_, index) => (edges.length - 1 - index) % stride === 0);
	return [0, ...kept];
}

/** Rounds a number above 0 up to the next 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
	const power = 10 ** Math.floor(Math.log10(value));
	const factor = [1, 2, 5, 10].find(candidate => round(candidate * power) >= value) ?? 10;
	return round(factor * power);
}

function round(value: number): number {
	return Number(value.toPrecision(12));
}
