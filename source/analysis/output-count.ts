import {isFinalUsage, promptTokens, usageNumber} from '../messages/usage-ledger.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {outputEstimateOf} from './clocks.js';

/** How many tokens were written. `isFinal` is false while the API has not told the total, as after an interruption. */
export type OutputCount = {readonly tokens: number; readonly isFinal: boolean};

/** The total that the API told, else an estimate or the provisional number of `message_start`. `null` before anything of a message arrived. */
export function outputCountOf(view: ExchangeView): OutputCount | null {
	const entry = view.usage.find(({name}) => name === 'output_tokens');
	const isFinal = entry !== undefined && isFinalUsage(entry);
	const tokens = outputEstimateOf(view)?.tokens ?? usageNumber(view.usage, 'output_tokens');
	return tokens === null ? null : {tokens, isFinal};
}

/** The tokens of several exchanges together. Those read from a cache or written to one count as input. */
export type TokenTotals = {
	readonly input: number;
	readonly output: number;
	/** Whether each output count is final. */
	readonly isFinal: boolean;
};

export function totalTokens(exchanges: readonly ExchangeView[]): TokenTotals {
	const counts = exchanges.map(outputCountOf);
	return {
		input: exchanges.reduce((sum, {usage}) => sum + promptTokens(usage), 0),
		output: counts.reduce((sum, count) => sum + (count?.tokens ?? 0), 0),
		isFinal: counts.every(count => count === null || count.isFinal),
	};
}
