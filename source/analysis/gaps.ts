/**
 * The times between successive trace events, in the unit of `times`, which are in ascending order. There is one gap fewer than there are times.
 */
export function gapsBetween(times: ArrayLike<number>): Float64Array {
	const gaps = new Float64Array(Math.max(0, times.length - 1));
	for (let index = 0; index < gaps.length; index++) {
		gaps[index] = (times[index + 1] ?? 0) - (times[index] ?? 0);
	}

	return gaps;
}
