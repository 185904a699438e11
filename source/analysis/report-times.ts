import type {ExchangeView} from '../trace/exchange-view.js';
import {type Clocks, type OutputRate, outputRateOf} from './clocks.js';
import {gapsBetween} from './gaps.js';
import {histogramBins} from './histogram-bins.js';
import {summarise} from './quantiles.js';
import {type Thinking, thinkingOf} from './thinking.js';
import type {GapReport} from './trace-report.js';

const maxBins = 12;

export function reportClocks(clocks: Clocks): Clocks {
	const {headers, firstEvent, ttft, thinking, firstText, lastContent, total} = clocks;
	return {
		headers: rounded(headers),
		firstEvent: rounded(firstEvent),
		ttft: rounded(ttft),
		thinking: rounded(thinking),
		firstText: rounded(firstText),
		lastContent: rounded(lastContent),
		total: rounded(total),
	};
}

/** `times` are those of the non-empty content deltas. `null` if there are fewer than two. */
export function reportGaps(times: readonly number[]): GapReport | null {
	// In a hand-made file, time may run backwards.
	const gaps = gapsBetween(times).map(gap => Math.max(0, rounded(gap)));
	const summary = summarise(gaps);
	if (summary === null) {
		return null;
	}

	const {count, p50, p90, p99, max} = summary;
	return {
		count,
		p50: rounded(p50),
		p90: rounded(p90),
		p99: rounded(p99),
		max: rounded(max),
		histogram: histogramBins(gaps, summary, maxBins),
	};
}

export function reportThinking(view: ExchangeView, hasTimes: boolean): Thinking | null {
	const thinking = thinkingOf(view, hasTimes);
	return thinking === null ? null : {...thinking, time: rounded(thinking.time)};
}

export function reportRate(view: ExchangeView): OutputRate | null {
	const rate = outputRateOf(view);
	return rate === null ? null : {...rate, tokensPerSecond: rounded(rate.tokensPerSecond)};
}

/** Three decimals, as in recordings. Any further digits come from subtraction. */
function rounded<T extends number | null>(value: T): T;
function rounded(value: number | null): number | null {
	// Adding zero turns a rounded −0 into 0.
	return value === null ? null : Math.round(value * 1000) / 1000 + 0;
}
