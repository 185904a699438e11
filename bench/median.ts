import {quantile} from '../source/analysis/quantiles.js';

export const median = (values: readonly number[]): number => quantile(Float64Array.from(values).sort(), 0.5);

/** The median of a figure of some runs. */
export const medianOf = <Item>(items: readonly Item[], pick: (item: Item) => number): number =>
	median(items.map(pick));
