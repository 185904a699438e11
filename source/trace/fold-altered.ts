import type {AlteredView, ExchangeView} from './exchange-view.js';
import type {AlteredEvent} from './trace-event.js';

export const noAlterations: AlteredView = {counts: {}, heldSince: null, heldFor: 0};

/** Counts what was changed on the way to the client. Nothing else of the exchange depends on it. */
export function foldAltered(
	{counts, heldSince, heldFor}: AlteredView,
	{how, at, late = 0}: AlteredEvent,
): AlteredView {
	const isOver = how === 'released' || how === 'undelivered';
	return {
		counts: {...counts, [how]: (counts[how] ?? 0) + 1},
		heldSince: how === 'held' ? at : isOver ? null : heldSince,
		heldFor: heldFor + (how === 'released' ? late : 0),
	};
}

/** The exchanges that are held, after an event of one of them. */
export function foldHeld(
	held: readonly number[],
	{exchange, end, altered: {heldSince}}: ExchangeView,
): readonly number[] {
	const isHeld = heldSince !== null && end === null;
	if (held.includes(exchange) === isHeld) {
		return held;
	}

	return isHeld ? [...held, exchange] : held.filter(other => other !== exchange);
}
