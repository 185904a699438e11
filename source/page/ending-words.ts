import type {ExchangeView} from '../trace/exchange-view.js';
import {stringAt} from '../wire/json.js';

/** How an exchange ended, in words: empty while it goes on, and where an answer simply was complete. */
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
