import type {ExchangeView} from './exchange-view.js';
import type {TraceEvent} from './trace-event.js';

/** The positions in a trace of an exchange's events. */
export function exchangePositions(
	events: readonly TraceEvent[],
	{exchange, first, last}: Pick<ExchangeView, 'exchange' | 'first' | 'last'>,
): readonly number[] {
	const positions: number[] = [];
	for (let position = first; position <= last; position++) {
		if (events[position]?.exchange === exchange) {
			positions.push(position);
		}
	}

	return positions;
}
