import {knownPrices} from '../messages/prices.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {countFindings, ExchangeInspector} from './exchange-inspector.js';
import type {InspectOptions} from './inspect-options.js';
import type {TraceReport} from './trace-report.js';

/**
 * Reports on every exchange of a trace: what arrived, when, what it cost, and which rules of the protocol it broke.
 *
 * @example
 */
export function inspectTrace(
	events: readonly TraceEvent[],
	{
		hasTimes = true,
		hasOuterTimes = hasTimes,
		hasReads = hasTimes,
		body = '',
		prices = knownPrices,
	}: InspectOptions = {},
): TraceReport {
	const inspectors = new Map<number, ExchangeInspector>();
	for (const [position, event] of events.entries()) {
		const inspector = inspectors.get(event.exchange) ?? new ExchangeInspector(event.exchange);
		inspectors.set(event.exchange, inspector);
		inspector.add(event, position);
	}

	const exchanges = [...inspectors.values()].map((inspector, index) =>
		inspector.report({hasTimes, hasOuterTimes, hasReads, prices, body: index === 0 ? body : ''}),
	);
	return {exchanges, counts: countFindings(exchanges.flatMap(({findings}) => findings))};
}
