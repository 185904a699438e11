import type {InspectedExchange} from './trace-inspection.js';

/** Whether nothing came but an error or pings, or nothing at all. */
export function hasFailedEmpty({events, outcome, stopReason}: InspectedExchange): boolean {
	const names = Object.keys(events.byType);
	return (
		outcome !== 'complete' && stopReason === null && names.every(name => name === 'ping' || name === 'error')
	);
}
