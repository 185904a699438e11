import {quantile} from '../quantiles.js';

/** How durations are spread, in milliseconds. */
export type Spread = {
	readonly count: number;
	readonly min: number;
	readonly median: number;
	readonly p95: number;
	readonly max: number;
};

/** The number of durations that are kept sorted together. */
const chunkLength = 4096;

/** A growing list of durations in milliseconds. The spread of any prefix costs about the same after a million of them. */
export class GapList {
	readonly #values: number[] = [];
	/** Each `chunkLength` durations, sorted. */
	readonly #sorted: Float64Array[] = [];

	push(value: number): void {
		const length = this.#values.push(value);
		if (length % chunkLength === 0) {
			this.#sorted.push(Float64Array.from(this.#values.slice(length - chunkLength)).sort());
		}
	}

	/** The spread of the first `count` durations; `null` if that is none. */
	spread(count: number): Spread | null {
		const whole = Math.floor(count / chunkLength);
		const rest = Float64Array.from(this.#values.slice(whole * chunkLength, count)).sort();
		const chunks = [...this.#sorted.slice(0, whole), ...(rest.length === 0 ? [] : [rest])];
		if (chunks.length === 0) {
			return null;
		}

		return {
			count,
			min: rounded(Math.min(...chunks.map(chunk => chunk[0] ?? 0))),
			median: rounded(quantileOf(chunks, count, 0.5)),
			p95: rounded(quantileOf(chunks, count, 0.95)),
			max: rounded(Math.max(...chunks.map(chunk => chunk.at(-1) ?? 0))),
		};
	}
}

/** The same as `quantile` of all values. */
function quantileOf(chunks: readonly Float64Array[], count: number, q: number): number {
	const [only] = chunks;
	if (chunks.length === 1 && only !== undefined) {
		return quantile(only, q);
	}

	const position = (count - 1) * q;
	const below = Math.floor(position);
	const value = ranked(chunks, below);
	return below === position ? value : value + (ranked(chunks, below + 1) - value) * (position - below);
}

/** The value with a rank, from 0, among sorted chunks: bisects the range of values until it holds a single one. */
function ranked(chunks: readonly Float64Array[], rank: number): number {
	let low = Math.min(...chunks.map(chunk => chunk[0] ?? 0));
	let high = Math.max(...chunks.map(chunk => chunk.at(-1) ?? 0));
	// `low` is at most the value, and `high` at least.
	while (low < high) {
		const half = low + (high - low) / 2;
		// Between neighbours it is rounded to one of them.
		const middle = half < high ? half : low;
		let upTo = 0;
		let [nearest, next] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
		for (const chunk of chunks) {
			const end = endOf(chunk, middle);
			upTo += end;
			nearest = Math.max(nearest, chunk[end - 1] ?? nearest);
			next = Math.min(next, chunk[end] ?? next);
		}

		// Only values of the chunks remain as ends, so this ends.
		if (rank < upTo) {
			high = nearest;
		} else {
			low = next;
		}
	}

	return low;
}

/** How many of the sorted values are at most `limit`. */
function endOf(sorted: Float64Array, limit: number): number {
	let [low, high] = [0, sorted.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((sorted[middle] ?? 0) <= limit) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
}

/** Three decimals, as in recordings. Adding zero turns a rounded −0 into 0. */
export function rounded(ms: number): number {
	return Math.round(ms * 1000) / 1000 + 0;
}
