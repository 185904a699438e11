import {formatMilliseconds, formatTokens} from '../format-numbers.js';

/** Statistics of gaps: their count, and durations in milliseconds. */
export type GapSummary = {
	readonly count: number;
	readonly p50: number;
	readonly p90: number;
	readonly max: number;
};

/** The statistics in words: `p50 20 ms · p90 40 ms · max 1.20 s · 100 gaps`. */
export function gapWords({count, p50, p90, max}: GapSummary): string {
	const [middle, high, top] = [p50, p90, max].map(formatMilliseconds);
	return `p50 ${middle} · p90 ${high} · max ${top} · ${formatTokens(count)} ${count === 1 ? 'gap' : 'gaps'}`;
}
