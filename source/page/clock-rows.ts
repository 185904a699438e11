import {clocksOf, outputRateOf} from '../analysis/clocks.js';
import {contextShare, contextUse} from '../analysis/context-use.js';
import {exchangeCost} from '../analysis/exchange-cost.js';
import {thinkingOf, thinkingWords} from '../analysis/thinking.js';
import {knownPrices, pricesAsOf} from '../messages/prices.js';
import {formatCount, formatDollars, formatMilliseconds, formatRate} from '../text/format-numbers.js';
import type {ExchangeView} from '../trace/exchange-view.js';

type ClockRow = readonly [name: string, value: string];

/**
 * The clocks and the usage of an exchange, as far as a prefix of the trace shows. `whole` is the same exchange at the end of the trace. It
 * determines the rows, so that none moves when a number appears. Without times there are only the numbers of the usage.
 */
export function* clockRows(view: ExchangeView, whole: ExchangeView, hasTimes = true): Generator<ClockRow> {
	if (hasTimes) {
		yield* timeRows(view, whole);
	}

	const words = thinkingWords(thinkingOf(whole, hasTimes));
	if (words !== null) {
		yield ['thinking tokens', thinkingWords(thinkingOf(view, hasTimes)) ?? '–'];
	}

	const counts = new Map(view.usage.map(({name, value}) => [name, value]));
	for (const {name, value} of whole.usage) {
		const count = counts.get(name);
		if (typeof value === 'number') {
			yield [name, typeof count === 'number' ? formatCount(count) : '–'];
		}
	}

	if (exchangeCost(whole, knownPrices) !== null) {
		const cost = exchangeCost(view, knownPrices);
		yield [costName, cost === null ? '–' : `${cost.isFinal ? '' : '~'}${formatDollars(cost.dollars)}`];
	}

	if (contextUse(whole) !== null) {
		const context = contextUse(view);
		yield ['context', context === null ? '–' : contextShare(context)];
	}
}

const costName = `cost (list prices as of ${pricesAsOf})`;

function* timeRows(view: ExchangeView, whole: ExchangeView): Generator<ClockRow> {
	const {headers, firstEvent, ttft, thinking, firstText, lastContent, total} = clocksOf(view);
	const clocks: ReadonlyArray<readonly [string, number | null]> = [
		['headers', headers],
		['first event', firstEvent],
		['TTFT', ttft],
		...(clocksOf(whole).thinking === null ? [] : [['thinking', thinking] as const]),
		['first text', firstText],
		['last content', lastContent],
		['total', total],
	];
	for (const [name, value] of clocks) {
		yield [name, value === null ? '–' : formatMilliseconds(value)];
	}

	if (outputRateOf(whole) !== null) {
		const rate = outputRateOf(view);
		yield ['rate', rate === null ? '–' : `${rate.isEstimate ? '~' : ''}${formatRate(rate.tokensPerSecond)}`];
	}
}
