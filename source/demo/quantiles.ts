import type {Random} from './random.js';

/** A measured distribution: pairs of a share in [0, 1] and the value which that share does not exceed, both rising, from 0 to 1. */
export type Quantiles = ReadonlyArray<readonly [share: number, value: number]>;

/** Draws a value; between two known quantiles the logarithm of the value rises evenly. Values must be above 0. */
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
