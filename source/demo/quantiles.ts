import type {Random} from './random.js';

/** A measured distribution: pairs of a share and the value that this share does not exceed, both rising. The shares go from 0 to 1. */
export type Quantiles = ReadonlyArray<readonly [share: number, value: number]>;

/** Draws a value. Between two known quantiles, the logarithm of the value is interpolated, so values must be above 0. */
export function sampleQuantiles(quantiles: Quantiles, random: Random): number {
	const share = random.next();
	let [lowShare, lowValue] = quantiles[0] ?? [0, 1];
	for (const [highShare, highValue] of quantiles) {
		if (share < highShare) {
			const position = (share - lowShare) / (highShare - lowShare);
			return lowValue * (highValue / lowValue) ** position;
		}

		lowShare = highShare;
		lowValue = highValue;
	}

	return lowValue;
}
