import {cacheWords} from '../../analysis/cache-use.js';
import {outputEstimateOf, outputRateOf} from '../../analysis/clocks.js';
import {contextUse, contextWords} from '../../analysis/context-use.js';
import {costRule, exchangeCost} from '../../analysis/exchange-cost.js';
import {thinkingOf, thinkingWords} from '../../analysis/thinking.js';
import type {PriceList} from '../../messages/prices.js';
import {isFinalUsage} from '../../messages/usage-ledger.js';
import {formatCount, formatDollars, formatRate, formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {selectSelectedExchange} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {fixedRows, type RowSource} from './row-source.js';

const totals = 'Numbers in message_delta are totals. They replace earlier ones and are never added up.';

/** Each number of `usage`, the event it came from, and whether it is final. */
export function usageTab(screen: Screen, width: number): RowSource {
	const exchange = selectSelectedExchange(screen);
	if (exchange === null || exchange.usage.length === 0) {
		return fixedRows([[segment('No usage yet. message_start carries the first numbers.', 'dim')]]);
	}

	const isWide = width >= 70;
	const nameWidth = Math.min(
		Math.max(...exchange.usage.map(({name}) => name.length)),
		Math.max(10, width - (isWide ? 45 : 24)),
	);
	const rate = screen.hasTimes ? outputRateOf(exchange) : null;
	const estimate = outputEstimateOf(exchange);
	const context = contextUse(exchange);
	const cache = cacheWords(exchange);
	const thinking = thinkingWords(thinkingOf(exchange, screen.hasTimes));
	return fixedRows([
		[segment(`${'number'.padEnd(nameWidth)} ${'value'.padStart(10)}  from`, 'dim')],
		...exchange.usage.map((entry): Row => {
			const value = typeof entry.value === 'number' ? formatCount(entry.value) : String(entry.value);
			// Numbers that message_delta did not replace are final once the message has stopped.
			const isFinal = isFinalUsage(entry) || exchange.timestamps.messageStop !== null;
			return [
				segment(endOf(sanitizeLine(entry.name), nameWidth).padEnd(nameWidth)),
				segment(` ${sanitizeLine(value).padStart(10)}`, isFinal ? 'number' : 'dim'),
				segment(`  #${entry.position + 1}${isWide ? ` ${entry.source}` : ''}`, 'dim'),
				segment(
					isWide ? (isFinal ? ' ✓ final' : ' … provisional') : isFinal ? ' ✓' : ' …',
					isFinal ? 'good' : 'warning',
				),
			];
		}),
		[],
		...prose('', totals, width),
		...(estimate === null
			? []
			: prose(`out ~${formatTokens(estimate.tokens)}`, ` = ${estimate.rule}`, width)),
		...(rate === null
			? []
			: prose(`${rate.isEstimate ? '~' : ''}${formatRate(rate.tokensPerSecond)}`, ` = ${rate.rule}`, width)),
		...(thinking === null ? [] : prose(thinking, '', width)),
		...(cache === null ? [] : prose('cache', ` ${cache}`, width)),
		...(context === null ? [] : prose('context', ` ${contextWords(context)}`, width)),
		...costRows(exchange, screen.prices, width),
	]);
}

/** What each number costs and the sum, with the rules. */
function costRows(exchange: ExchangeView, prices: PriceList, width: number): readonly Row[] {
	const cost = exchangeCost(exchange, prices);
	if (cost === null) {
		return [[], [segment('No cost: a price of this exchange is not in the list.', 'dim')]];
	}

	const sign = cost.isFinal ? '' : '~';
	return [
		[],
		...cost.parts.flatMap(({name, dollars, rule}) =>
			prose(formatDollars(dollars), ` = ${rule} · ${sanitizeLine(name)}`, width),
		),
		...prose(`${sign}${formatDollars(cost.dollars)}`, ` in all · ${costRule}`, width),
	];
}

/** A number and, dimmed, its rule. */
function prose(number: string, rule: string, width: number): readonly Row[] {
	return wrapText(number + rule, width).lines.map(({text}, index): Row => {
		const length = index === 0 ? number.length : 0;
		return [segment(text.slice(0, length)), segment(text.slice(length), 'dim')];
	});
}

/** Keeps the end of a name, which tells the numbers apart. */
function endOf(name: string, width: number): string {
	return name.length <= width ? name : `…${name.slice(1 - width)}`;
}
