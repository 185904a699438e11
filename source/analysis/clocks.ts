import {usageNumber} from '../messages/usage-ledger.js';
import type {ExchangeView} from '../trace/exchange-view.js';

/** Milliseconds from just before the request was sent (first attempt) to …; `null` until it has happened. Pings do not count. */
export type Clocks = {
	/** the response headers of the attempt that answered */
	readonly headers: number | null;
	/** `message_start` */
	readonly firstEvent: number | null;
	/** the first non-empty content delta of any kind */
	readonly ttft: number | null;
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
		firstText: since(timestamps.firstText),
		lastContent: since(timestamps.lastContent),
		total: since(timestamps.messageStop ?? timestamps.end),
	};
}

/** Output tokens a second. `isEstimate` until `message_delta` has told the number of tokens. */
export type OutputRate = {
	readonly tokensPerSecond: number;
	readonly isEstimate: boolean;
};

/** In milliseconds. Content that came in one or two reads has no rate worth the name. */
const minSpan = 50;

/** About how many UTF-16 units make a token of English prose: only for the estimate before the count is known. */
const unitsPerToken = 4;

/**
 * (`output_tokens` − 1) / (last content − TTFT), or `null` where the span is too short to divide by. `output_tokens` is that of the last
 * `message_delta`; before it came, a guess from the length of the content.
 */
export function outputRateOf(view: ExchangeView): OutputRate | null {
	const {firstContent, lastContent} = view.timestamps;
	if (firstContent === null || lastContent === null || lastContent - firstContent < minSpan) {
		return null;
	}

	const entry = view.usage.find(({name}) => name === 'output_tokens');
	const isEstimate = entry === undefined || entry.source === 'message_start';
	const tokens = isEstimate
		? view.contentLength / unitsPerToken
		: (usageNumber(view.usage, 'output_tokens') ?? 0);
	return {tokensPerSecond: Math.max(0, tokens - 1) / ((lastContent - firstContent) / 1000), isEstimate};
}

/** How many milliseconds ago, at time `now` of the trace's clock, the last byte, ping and content came. */
export type Silence = {
	readonly lastByte: number | null;
	readonly lastPing: number | null;
	readonly lastContent: number | null;
};

export function silenceOf({timestamps}: ExchangeView, now: number): Silence {
	const ago = (mark: number | null) => (mark === null ? null : Math.max(0, now - mark));
	return {
		lastByte: ago(timestamps.lastByte),
		lastPing: ago(timestamps.lastPing),
		lastContent: ago(timestamps.lastContent),
	};
}
