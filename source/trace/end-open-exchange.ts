import {lastItem} from './persistent-list.js';
import type {Trace} from './trace.js';

/** An answer in which the program was killed counts as interrupted: what had come is kept, as it would have been. */
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
