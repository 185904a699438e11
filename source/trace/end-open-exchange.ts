import {lastItem} from './persistent-list.js';
import type {Trace} from './trace.js';

/** Ends an exchange during which the program was killed, as interrupted. What had arrived is kept, as it would be after an interruption. */
export function endOpenExchange(trace: Trace, at: number): void {
	const last = lastItem(trace.view.exchanges);
	if (last !== undefined && last.end === null) {
		trace.append({
			type: 'end',
			at,
			exchange: last.exchange,
			outcome: 'aborted',
			error: null,
			message: null,
		});
	}
}
