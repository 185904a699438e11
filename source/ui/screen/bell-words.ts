import type {ExchangeView} from '../../trace/exchange-view.js';

/** After this wait, in milliseconds, the person may be looking elsewhere. */
const longWait = 10_000;

/** The notification for a slow or failed answer, or `null` when no notification is needed. */
export function bellWords({phase, timestamps, end}: ExchangeView): string | null {
	if (phase === 'failed') {
		return `streamscope: ${end?.error?.title ?? 'the answer failed'}`;
	}

	const isLong = timestamps.end !== null && timestamps.end - timestamps.request > longWait;
	return phase === 'complete' && isLong ? 'streamscope: the answer is complete' : null;
}
