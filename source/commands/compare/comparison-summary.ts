import {summarise} from '../../analysis/quantiles.js';
import type {ComparisonRun, ComparisonSide} from './comparison.js';

/** A number over several runs: median, minimum and maximum. */
export type Spread = {
	readonly median: number;
	readonly least: number;
	readonly most: number;
};

/** A side's figures over its runs. Only complete runs count; `null` if there is none, or if none had the number. */
export type SideSummary = ComparisonSide & {
	readonly runs: number;
	readonly failed: number;
	readonly ttft: Spread | null;
	readonly total: Spread | null;
	readonly outputTokens: Spread | null;
	readonly tokensPerSecond: Spread | null;
};

export function summariseComparison(
	sides: readonly ComparisonSide[],
	results: readonly ComparisonRun[],
): readonly SideSummary[] {
	return sides.map(({model, mode}) => {
		const own = results.filter(result => result.model === model && result.mode === mode);
		const complete = own.filter(({outcome}) => outcome === 'complete');
		const spread = (pick: (result: ComparisonRun) => number | null) => spreadOf(complete.map(pick));
		return {
			model,
			mode,
			runs: own.length,
			failed: own.length - complete.length,
			ttft: spread(({clocks}) => clocks.ttft),
			total: spread(({clocks}) => clocks.total),
			outputTokens: spread(({outputTokens}) => outputTokens),
			tokensPerSecond: spread(({tokensPerSecond}) => tokensPerSecond),
		};
	});
}

function spreadOf(values: readonly (number | null)[]): Spread | null {
	const known = values.filter(value => value !== null);
	const summary = summarise(known);
	return summary === null ? null : {median: summary.p50, least: Math.min(...known), most: summary.max};
}

/** How many times sooner the first words came with streaming, and the ratio of the totals. Medians, not streaming over streaming. */
export type Advantage = {
	readonly model: string;
	readonly firstWords: number;
	readonly total: number;
};

export function advantages(summaries: readonly SideSummary[]): readonly Advantage[] {
	return summaries.flatMap(({model, mode, ttft, total}) => {
		const whole = summaries.find(other => other.model === model && other.mode === 'whole');
		return mode === 'streaming' && ttft !== null && total !== null && whole?.ttft && whole.total
			? [
					{
						model,
						firstWords: whole.ttft.median / ttft.median,
						total: whole.total.median / total.median,
					},
				]
			: [];
	});
}
