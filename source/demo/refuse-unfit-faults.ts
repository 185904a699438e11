import {invalidRequest} from './api-error.js';
import {type DemoExchange, sendError} from './demo-exchange.js';

/** Refuses faults that a recorded answer cannot have. Returns whether there were any. */
export function refuseUnfitFaults(exchange: DemoExchange): boolean {
	const unfit = exchange.faults.find(({rule}) => rule.stage !== 'bytes');
	if (unfit === undefined) {
		return false;
	}

	const words = `${unfit.rule.name} changes what a scenario plays. Recorded reads can only be cut and delayed.`;
	sendError(exchange, invalidRequest(words));
	return true;
}
