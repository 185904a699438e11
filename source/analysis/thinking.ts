import {usageNumber} from '../messages/usage-ledger.js';
import {isThinkingBlock} from '../messages/vocabulary/blocks.js';
import {formatMilliseconds, formatTokens} from '../text/format-numbers.js';
import type {ExchangeView} from '../trace/exchange-view.js';

/** What is known of the reasoning before an answer. */
export type Thinking = {
	/** `null` if no event has given a number. An estimate is the sum of `estimated_tokens`. */
	readonly tokens: number | null;
	readonly isEstimate: boolean;
	/** None of it was shown, because the API omitted or encrypted it. */
	readonly isHidden: boolean;
	/** Milliseconds during which a thinking block was open. `null` if none was seen to open. */
	readonly time: number | null;
};

/** The thinking of an exchange, or `null` if there was none. Without times, its duration is unknown too. */
export function thinkingOf(view: ExchangeView, hasTimes = true): Thinking | null {
	const blocks = (view.message?.blocks ?? []).filter(({type}) => isThinkingBlock(type));
	const counted = usageNumber(view.usage, 'output_tokens_details.thinking_tokens') ?? 0;
	if (blocks.length === 0 && counted === 0) {
		return null;
	}

	const estimated = blocks.reduce((sum, {estimatedTokens}) => sum + estimatedTokens, 0);
	return {
		tokens: counted > 0 ? counted : estimated > 0 ? estimated : null,
		isEstimate: counted === 0,
		isHidden: blocks.every(({text}) => text === ''),
		time: hasTimes ? timeOf(view) : null,
	};
}

function timeOf({thinkingTime, timestamps}: ExchangeView): number | null {
	if (thinkingTime === null) {
		return null;
	}

	const {closed, openSince} = thinkingTime;
	const until = timestamps.end ?? timestamps.lastByte ?? openSince;
	return openSince === null || until === null ? closed : closed + Math.max(0, until - openSince);
}

/** Describes thinking: `3,000 thinking tokens, hidden · 8.20 s`. `null` if there is nothing to say, as for visible thinking without a count. */
export function thinkingWords(thinking: Thinking | null): string | null {
	if (thinking === null || (thinking.tokens === null && !thinking.isHidden)) {
		return null;
	}

	const {tokens, isEstimate, isHidden, time} = thinking;
	const count =
		tokens === null ? 'thinking' : `${isEstimate ? '~' : ''}${formatTokens(tokens)} thinking tokens`;
	const duration = time !== null && time > 0 ? ` · ${formatMilliseconds(time)}` : '';
	return `${count}${isHidden ? ', hidden' : ''}${duration}`;
}
