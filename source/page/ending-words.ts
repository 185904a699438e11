import type {ExchangeView} from '../trace/exchange-view.js';
import {stringAt} from '../wire/json.js';

/** Says how an exchange ended. Empty while it continues, and if the answer was simply complete. */
export function endingWords({phase, end, message}: ExchangeView): string {
	if (end === null) {
		return '';
	}

	if (phase === 'failed') {
		return [end.error?.title ?? 'Failed', end.error?.detail].filter(Boolean).join(': ');
	}

	const reason = stringAt(message?.fields, 'stop_reason');
	return phase === 'aborted'
		? 'Interrupted'
		: reason === '' || reason === 'end_turn'
			? ''
			: `stop reason: ${reason}`;
}
