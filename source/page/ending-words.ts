import {stopLine, stopOf} from '../messages/stop-reasons.js';
import type {ExchangeView} from '../trace/exchange-view.js';

/** Says how an exchange ended. Empty while it continues, and if the answer was simply complete. */
export function endingWords({phase, end, message}: ExchangeView): string {
	if (end === null) {
		return '';
	}

	if (phase === 'failed') {
		return [end.error?.title ?? 'Failed', end.error?.detail].filter(Boolean).join(': ');
	}

	const stop = stopOf(message?.fields);
	return phase === 'aborted' ? 'Interrupted' : stop === null ? '' : (stopLine(stop) ?? '');
}
