import {clocksOf, outerClocksOf, outputRateOf, remainingWait, silenceOf} from '../../analysis/clocks.js';
import {contextShare, contextUse} from '../../analysis/context-use.js';
import {exchangeCost} from '../../analysis/exchange-cost.js';
import {outputCountOf} from '../../analysis/output-count.js';
import type {PriceList} from '../../messages/prices.js';
import {promptTokens} from '../../messages/usage-ledger.js';
import type {RankedPart} from '../../text/fit-parts.js';
import {formatDollars, formatMilliseconds, formatRate, formatTokens} from '../../text/format-numbers.js';
import {segment} from '../../text/segment.js';
import type {ExchangeView} from '../../trace/exchange-view.js';

/** Whether the times of the events are real, and if not, whether those of request, response and end are. */
export type ShownTimes = {readonly hasTimes?: boolean; readonly hasOuterTimes?: boolean};

/** What the status line says about an exchange: its clocks, its rate, its tokens, and what it waits for. */
export function exchangeParts(
	exchange: ExchangeView,
	now: number,
	{hasTimes = true, hasOuterTimes = false, prices}: ShownTimes & {readonly prices: PriceList},
): readonly RankedPart[] {
	const clocks = hasTimes ? clocksOf(exchange) : hasOuterTimes ? outerClocksOf(exchange) : null;
	const ttft = clocks?.ttft ?? null;
	const total = clocks?.total ?? null;
	const rate = hasTimes ? outputRateOf(exchange) : null;
	const cost = exchangeCost(exchange, prices);
	const context = contextUse(exchange);
	const input = exchange.usage.length === 0 ? null : promptTokens(exchange.usage);
	const output = outputCountOf(exchange);
	const written = output === null ? null : `${output.isFinal ? '' : '~'}${formatTokens(output.tokens)}`;
	const words = (text: string | null, rank: number): readonly RankedPart[] =>
		text === null ? [] : [{part: [[segment(` · ${text}`)]], rank}];
	return [
		...(hasTimes ? waitParts(exchange, now) : []),
		...words(ttft === null ? null : `TTFT ${formatMilliseconds(ttft)}`, 3),
		...words(total === null || exchange.end === null ? null : `total ${formatMilliseconds(total)}`, 4),
		...words(rate === null ? null : `${rate.isEstimate ? '~' : ''}${formatRate(rate.tokensPerSecond)}`, 5),
		{part: tokenWords(input, written).map(text => [segment(` · ${text}`)]), rank: 1},
		...words(cost?.isFinal ? formatDollars(cost.dollars) : null, 6),
		...words(context === null ? null : `context ${contextShare(context)}`, 7),
	];
}

/** The output count comes last. */
function tokenWords(input: number | null, output: string | null): readonly string[] {
	const read = input === null ? [] : [`in ${formatTokens(input)}`];
	const written = output === null ? [] : [`out ${output}`];
	return written.length === 0 ? read : [[...read, ...written].join(' '), ...written];
}

/** How long nothing has arrived, or how long the server asks the client to wait. */
function waitParts(exchange: ExchangeView, now: number): readonly RankedPart[] {
	const wait = remainingWait(exchange, now);
	if (wait > 0) {
		const what = exchange.end === null ? 'next attempt' : '/retry';
		return [{part: [[segment(` · ${what} in ${Math.ceil(wait / 1000)} s`, 'warning')]], rank: 2}];
	}

	if (exchange.end !== null) {
		return [];
	}

	const {lastByte, lastPing, lastContent, hiddenThinking} = silenceOf(exchange, now);
	const silence = lastByte ?? now - exchange.timestamps.request;
	if (silence < 1000 && (lastContent ?? 0) < 1000 && (hiddenThinking ?? 0) < 1000) {
		return [];
	}

	const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
	const byte = segment(
		lastByte === null ? ` · no answer for ${seconds(silence)}` : ` · last byte ${seconds(silence)} ago`,
		'warning',
	);
	const ping = segment(lastPing === null ? '' : ` · ping ${seconds(lastPing)}`, 'dim');
	const content = segment(lastContent === null ? '' : ` · content ${seconds(lastContent)}`, 'dim');
	if (hiddenThinking === null) {
		return [{part: [[byte, ping, content], [byte, content], [byte]], rank: 2}];
	}

	// Not hung: it thinks, and shows nothing of it.
	const hidden = segment(` · hidden thinking ${seconds(hiddenThinking)}`, 'thinking');
	return [{part: [[hidden, byte, ping, content], [hidden, byte, ping], [hidden, byte], [byte]], rank: 2}];
}

/** True while the status line shows a running time. */
export function isCounting(exchange: ExchangeView | null, now: number): boolean {
	return exchange !== null && (exchange.end === null || remainingWait(exchange, now) > 0);
}
