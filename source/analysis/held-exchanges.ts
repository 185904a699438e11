import type {TraceView} from '../trace/fold-trace.js';
import {itemsOf} from '../trace/persistent-list.js';

/** The exchanges whose streams a proxy holds now, by when it began to. */
export function heldExchanges({exchanges}: TraceView): readonly number[] {
	return [...itemsOf(exchanges)]
		.flatMap(({exchange, end, altered: {heldSince}}) =>
			heldSince === null || end !== null ? [] : [{exchange, heldSince}],
		)
		.sort((a, b) => a.heldSince - b.heldSince)
		.map(({exchange}) => exchange);
}
