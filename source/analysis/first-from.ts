/**
 * Finds the first of `count` items at or after a target, or `count` if there is none. `distanceOf` is negative for items before the target, and
 * the items are in order. `ends` are the distances just before the first and just after the last item, if known. Between two known distances it
 * interpolates, because measuring may be expensive. Every other step it bisects, because the guess may be bad.
 */
export function firstFrom(
	count: number,
	distanceOf: (index: number) => number,
	ends: readonly [number, number] = [Number.NaN, Number.NaN],
): number {
	let [low, high] = [0, count];
	let [before, behind] = ends;
	for (let round = 0; low < high; round++) {
		const share = round % 2 === 0 ? -before / (behind - before) : Number.NaN;
		const guess = low + Math.floor((high - low) * (Number.isFinite(share) ? share : 0.5));
		const index = Math.max(low, Math.min(high - 1, guess));
		const distance = distanceOf(index);
		if (distance < 0) {
			[low, before] = [index + 1, distance];
		} else {
			[high, behind] = [index, distance];
		}
	}

	return low;
}
