import {isFinalUsage, usageNumber} from '../messages/usage-ledger.js';
import {isThinkingBlock} from '../messages/vocabulary/blocks.js';
import {formatTokens} from '../text/format-numbers.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import {thinkingOf} from './thinking.js';

/** Milliseconds from just before the request was sent (first attempt) to each moment. `null` until it has happened. Pings do not count. */
export type Clocks = {
	/** the response headers of the attempt that answered */
	readonly headers: number | null;
	/** `message_start` */
	readonly firstEvent: number | null;
	/** the first non-empty content delta of any kind */
	readonly ttft: number | null;
	/** the end of thinking: its last block closed */
	readonly thinking: number | null;
	/** the first non-empty `text_delta` */
	readonly firstText: number | null;
	/** the last non-empty content delta */
	readonly lastContent: number | null;
	/** `message_stop`, or how it ended */
	readonly total: number | null;
};

export function clocksOf({timestamps}: ExchangeView): Clocks {
	const since = (mark: number | null) => (mark === null ? null : mark - timestamps.request);
	return {
		headers: since(timestamps.headers),
		firstEvent: since(timestamps.firstEvent),
		ttft: since(timestamps.firstContent),
		thinking: since(timestamps.thinkingStop),
		firstText: since(timestamps.firstText),
		lastContent: since(timestamps.lastContent),
		total: since(timestamps.messageStop ?? timestamps.end),
	};
}

/**
 * The clocks of an exchange whose events have made-up times: those of the response and of the end, which a HAR file has. A time of 0 was not
 * captured.
 */
export function outerClocksOf({timestamps}: ExchangeView): Clocks {
	const since = (mark: number | null) => (mark === null ? null : mark - timestamps.request || null);
	const {headers, end} = timestamps;
	const none = {firstEvent: null, ttft: null, thinking: null, firstText: null, lastContent: null};
	return {...none, headers: since(headers), total: since(end)};
}

/** Output tokens per second. `isEstimate` until `message_delta` has set the number of tokens. `rule` is the formula in words. */
export type OutputRate = {
	readonly tokensPerSecond: number;
	readonly isEstimate: boolean;
	readonly rule: string;
};

/** In milliseconds. Content that arrived in one or two reads has no meaningful rate. */
const minSpan = 50;

/** UTF-16 units per token of English prose, roughly. Used only for the estimate before the count is known. */
const unitsPerToken = 4;

type Counted = {readonly tokens: number; readonly first: number | null; readonly last: number | null};

/**
 * The number of tokens whose arrival was seen, divided by the time in which they arrived. `null` if the time span is too short or the number
 * cannot be known. `output_tokens` includes thinking, even hidden thinking. If `thinking_tokens` gives its share, the rate is that of the rest.
 * Hidden thinking that was not counted leaves no rate. Before `message_delta`, the number is estimated from the length of the content.
 */
export function outputRateOf(view: ExchangeView): OutputRate | null {
	const {firstContent, lastContent, firstAnswer, lastAnswer} = view.timestamps;
	if (!hasFinalOutput(view)) {
		const rule = `(characters ÷ ${unitsPerToken} − 1) ÷ (last content − TTFT)`;
		const tokens = view.contentLength / unitsPerToken;
		return rateOf({tokens, first: firstContent, last: lastContent}, true, rule);
	}

	const output = usageNumber(view.usage, 'output_tokens') ?? 0;
	const thinking = thinkingOf(view);
	if (thinking === null) {
		const rule = '(output_tokens − 1) ÷ (last content − TTFT)';
		return rateOf({tokens: output, first: firstContent, last: lastContent}, false, rule);
	}

	if (thinking.isEstimate || thinking.tokens === null) {
		const rule = '(output_tokens − 1) ÷ (last content − TTFT)';
		const shown = {tokens: output, first: firstContent, last: lastContent};
		return thinking.isHidden || hasRedacted(view) ? null : rateOf(shown, false, rule);
	}

	const rule = '(output_tokens − thinking_tokens − 1) ÷ (last − first content that is not thinking)';
	return rateOf({tokens: output - thinking.tokens, first: firstAnswer, last: lastAnswer}, false, rule);
}

function rateOf({tokens, first, last}: Counted, isEstimate: boolean, rule: string): OutputRate | null {
	return first === null || last === null || last - first < minSpan
		? null
		: {tokensPerSecond: Math.max(0, tokens - 1) / ((last - first) / 1000), isEstimate, rule};
}

function hasRedacted({message}: ExchangeView): boolean {
	return message?.blocks.some(({type}) => type === 'redacted_thinking') ?? false;
}

function hasFinalOutput({usage}: ExchangeView): boolean {
	const entry = usage.find(({name}) => name === 'output_tokens');
	return entry !== undefined && isFinalUsage(entry);
}

/** The number of output tokens so far, and the formula in words. */
export type OutputEstimate = {readonly tokens: number; readonly rule: string};

/** An estimate while the answer arrives. `null` before anything has arrived, and after `message_delta` has set the number. */
export function outputEstimateOf(view: ExchangeView): OutputEstimate | null {
	if (hasFinalOutput(view)) {
		return null;
	}

	const hidden = (view.message?.blocks ?? []).reduce((sum, {estimatedTokens}) => sum + estimatedTokens, 0);
	const length = view.contentLength;
	const rule = `${formatTokens(length)} characters ÷ ${unitsPerToken}${hidden === 0 ? '' : ` + ${formatTokens(hidden)} estimated for hidden thinking`}`;
	return length === 0 && hidden === 0 ? null : {tokens: Math.round(length / unitsPerToken) + hidden, rule};
}

/**
 * How many milliseconds before `now`, on the trace's clock, the last byte, ping and content arrived. `hiddenThinking` is how long a block of thinking
 * has been open of which nothing is shown; `null` if there is none.
 */
export type Silence = {
	readonly lastByte: number | null;
	readonly lastPing: number | null;
	readonly lastContent: number | null;
	readonly hiddenThinking: number | null;
};

export function silenceOf(view: ExchangeView, now: number): Silence {
	const {timestamps} = view;
	const ago = (mark: number | null) => (mark === null ? null : Math.max(0, now - mark));
	return {
		lastByte: ago(timestamps.lastByte),
		lastPing: ago(timestamps.lastPing),
		lastContent: ago(timestamps.lastContent),
		hiddenThinking: ago(hiddenSince(view)),
	};
}

function hiddenSince({thinkingTime, message}: ExchangeView): number | null {
	const open = message?.blocks.findLast(block => isThinkingBlock(block.type) && !block.isClosed);
	return open?.text === '' ? (thinkingTime?.openSince ?? null) : null;
}

/** Milliseconds left at `now` of the wait that the server's `retry-after` header asks for; 0 without one. */
export function remainingWait({attempts, end}: ExchangeView, now: number): number {
	const response = attempts.at(-1)?.response ?? null;
	const seconds =
		end === null ? Number(response?.headers['retry-after']) : (end.error?.retryAfter ?? Number.NaN);
	const since = end?.at ?? response?.at ?? now;
	const isRefused = end !== null || (response !== null && response.status >= 400);
	return isRefused && Number.isFinite(seconds) ? Math.max(0, since + seconds * 1000 - now) : 0;
}
