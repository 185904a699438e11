import {answeringModel} from '../../analysis/answering-model.js';
import {clocksOf, outputRateOf} from '../../analysis/clocks.js';
import {exchangeCost} from '../../analysis/exchange-cost.js';
import {thinkingOf, thinkingWords} from '../../analysis/thinking.js';
import type {PriceList} from '../../messages/prices.js';
import {stopDetailsText} from '../../messages/stop-details.js';
import {stopOf} from '../../messages/stop-reasons.js';
import {promptTokens, usageNumber} from '../../messages/usage-ledger.js';
import {formatDollars, formatMilliseconds, formatRate, formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import type {ResponseEvent, TraceError, TraceEvent} from '../../trace/trace-event.js';
import {stringAt} from '../../wire/json.js';

/** The notice for a request that was sent again; `null` for any other event. `last` is the response to the attempt before. */
export function retryNotice(event: TraceEvent, last: ResponseEvent | null): string | null {
	if (event.type !== 'request' || event.attempt === 1) {
		return null;
	}

	const reason = last === null ? 'no response' : `status ${last.status}`;
	return `Attempt ${event.attempt}: the previous one got ${reason}.`;
}

/** The notice for an answer that is not complete; `null` if it is. */
export function stopNotice(view: ExchangeView): string | null {
	const stop = stopOf(view.message?.fields);
	if (stop === null || stop.state === null) {
		return null;
	}

	const {meaning, inAsk, details} = stop;
	const why = details === null ? null : stopDetailsText(details);
	return [meaning, why, inAsk]
		.filter(part => part !== null)
		.map(sanitizeLine)
		.join(' ');
}

/** What the API said beside the answer, as sentences. */
export function remarkNotices({remarks}: ExchangeView): readonly string[] {
	return remarks.map(({text}) => sanitizeLine(`${text.charAt(0).toUpperCase()}${text.slice(1)}.`));
}

/** One line about a finished exchange: the model, why it stopped, the clocks, the tokens. */
export function summaryNotice(view: ExchangeView, isStreaming: boolean, prices: PriceList): string {
	const cost = exchangeCost(view, prices);
	const {ttft, total} = clocksOf(view);
	const rate = isStreaming ? outputRateOf(view) : null;
	const input = promptTokens(view.usage);
	const output = usageNumber(view.usage, 'output_tokens');
	const parts = [
		answeringModel(view) ?? '',
		stringAt(view.message?.fields, 'stop_reason'),
		isStreaming && ttft !== null ? `TTFT ${formatMilliseconds(ttft)}` : '',
		total === null ? '' : `total ${formatMilliseconds(total)}`,
		thinkingWords(thinkingOf(view)) ?? '',
		rate === null ? '' : `${rate.isEstimate ? '~' : ''}${formatRate(rate.tokensPerSecond)}`,
		output === null ? '' : `in ${formatTokens(input)} out ${formatTokens(output)} tokens`,
		cost?.isFinal ? formatDollars(cost.dollars) : '',
	];
	return parts
		.filter(part => part !== '')
		.map(sanitizeLine)
		.join(' · ');
}

/** Advice that mentions the chat's commands and panes. */
const chatAdvice = /(?:^|\s)\/[a-z]|screen|event log/;

/** An error in one or two lines. */
export function errorNotice({title, detail, hint, status, requestId, retryAfter}: TraceError): string {
	const facts = [
		status === undefined ? '' : `status ${status}`,
		requestId === undefined ? '' : requestId,
		retryAfter === undefined ? '' : `retry in ${retryAfter} s`,
	].filter(fact => fact !== '');
	const advice = hint.split(/(?<=\.) /).filter(sentence => !chatAdvice.test(sentence));
	const text = `${title}${detail === null ? '' : `: ${detail}`}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
	return [text, advice.join(' ')]
		.filter(line => line !== '')
		.map(sanitizeLine)
		.join('\n');
}
