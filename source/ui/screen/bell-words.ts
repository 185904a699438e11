import type {ExchangeView} from '../../trace/exchange-view.js';

/** Who has waited longer than this, in milliseconds, may be looking elsewhere. */
const longWait = 10_000;

/** What a bell is rung for: an answer that took long, or one that failed. `null` where nobody has to be called. */
export function bellWords({phase, timestamps, end}: ExchangeView): string | null {
	if (phase === 'failed') {
		return `streamscope: ${end?.error?.title ?? 'the answer failed'}`;
	}

	const isLong = timestamps.end !== null && timestamps.end - timestamps.request > longWait;
	return phase === 'complete' && isLong ? 'streamscope: the answer is complete' : null;
}
