import {type PriceList, pricesAsOf} from '../messages/prices.js';
import {type UsageCost, usageCost} from '../messages/usage-cost.js';
import {isFinalUsage} from '../messages/usage-ledger.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {answeringModel} from './answering-model.js';
import {outputEstimateOf} from './clocks.js';

/** The cost of an exchange by a price list; `isFinal` once the API told the last count of output tokens. */
export type ExchangeCost = UsageCost & {readonly isFinal: boolean};

/** Until the last count came, the output is an estimate. `null` where the model, its speed or its service is not in the list. The answer names the model; else the request does. */
export function exchangeCost(view: ExchangeView, prices: PriceList): ExchangeCost | null {
	const estimate = outputEstimateOf(view);
	const usage =
		estimate === null
			? view.usage
			: view.usage.map(entry =>
					entry.name === 'output_tokens' ? {...entry, value: estimate.tokens} : entry,
				);
	const cost = usageCost(usage, answeringModel(view) ?? '', prices);
	const output = view.usage.find(({name}) => name === 'output_tokens');
	return cost === null ? null : {...cost, isFinal: output !== undefined && isFinalUsage(output)};
}

export const costRule = `list prices as of ${pricesAsOf}; the invoice may differ`;
