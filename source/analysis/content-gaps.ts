import {decode} from '../messages/decode.js';
import {isContent} from '../messages/vocabulary/piece.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import type {TraceEvent} from '../trace/trace-event.js';

/** The times between the content of an exchange, in milliseconds. */
export function contentGaps(
	events: readonly TraceEvent[],
	{exchange, first, last}: Pick<ExchangeView, 'exchange' | 'first' | 'last'>,
): readonly number[] {
	const gaps: number[] = [];
	let before: number | null = null;
	for (let position = first; position <= last; position++) {
		const event = events[position];
		if (event?.type !== 'sse' || event.exchange !== exchange || !isContent(decode(event).piece)) {
			continue;
		}

		if (before !== null) {
			gaps.push(event.at - before);
		}

		before = event.at;
	}

	return gaps;
}
