import {firstFrom} from '../first-from.js';
import {rounded} from './gap-list.js';
import type {StatisticsIndex} from './statistics-index.js';

/** What came in a span of time. `from` and `to` are milliseconds of the exchanges' time, from the first request. */
export type RateBin = {
	readonly from: number;
	readonly to: number;
	readonly events: number;
	readonly bytes: number;
	readonly characters: number;
};

/** What came in equal spans of the time that the exchanges took. Empty if they took none. */
export function rateBins({busy, counted}: StatisticsIndex, count: number, bins: number): readonly RateBin[] {
	const time = busy[count - 1] ?? 0;
	const size = Math.max(1, bins);
	if (time === 0) {
		return [];
	}

	// The last span includes its end.
	const ends = Array.from({length: size}, (_, bin) =>
		bin === size - 1 ? count : firstFrom(count, index => (busy[index] ?? 0) - (time * (bin + 1)) / size),
	);
	return ends.map((end, bin): RateBin => {
		const start = bin === 0 ? 0 : (ends[bin - 1] ?? 0);
		const between = (sums: readonly number[]) => (sums[end - 1] ?? 0) - (sums[start - 1] ?? 0);
		return {
			from: rounded((time * bin) / size),
			to: rounded((time * (bin + 1)) / size),
			events: end - start,
			bytes: between(counted.bytes),
			characters: between(counted.characters),
		};
	});
}
