import {type AlignedEvents, alignLogs} from '../../analysis/align-logs.js';
import {type ContentDifference, contentDifference} from '../../analysis/content-difference.js';
import {inspectTrace} from '../../analysis/inspect-trace.js';
import type {ExchangeReport} from '../../analysis/trace-report.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {foldTrace} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {UsageError} from '../usage-error.js';

/** One of two streams. `hasTimes` is false for a capture with made-up times. `exchange` is the one to compare; without it, the last one. */
export type Side = {
	readonly name: string;
	readonly events: readonly TraceEvent[];
	readonly hasTimes: boolean;
	readonly exchange?: number;
};

/**
 * Two streams side by side: figures of each, where their content first differs, and their logs. `isSame` means that the content, the stop reason
 * and the outcome are the same; how the content was cut into events does not count.
 */
export type AgainstReport = {
	readonly version: 1;
	readonly sides: readonly [SideReport, SideReport];
	readonly isSame: boolean;
	readonly difference: ContentDifference | null;
	readonly log: readonly AlignedEvents[];
};

export type SideReport = {readonly name: string; readonly exchange: ExchangeReport};

/** Compares two exchanges. */
export function compareSides(left: Side, right: Side): AgainstReport {
	const [leftView, rightView] = [lastStream(left), lastStream(right)];
	const streams = [
		{events: left.events, view: leftView},
		{events: right.events, view: rightView},
	] as const;
	const sides = [reportSide(left, leftView), reportSide(right, rightView)] as const;
	const difference = contentDifference(...streams);
	const [one, other] = [sides[0].exchange, sides[1].exchange];
	return {
		version: 1,
		sides,
		isSame: difference === null && one.stopReason === other.stopReason && one.outcome === other.outcome,
		difference,
		log: alignLogs(...streams),
	};
}

/** The exchange of a side that is compared. Throws a `UsageError` if there is none. */
export function lastStream({
	name,
	events,
	exchange,
}: Pick<Side, 'name' | 'events' | 'exchange'>): ExchangeView {
	const views = [...itemsOf(foldTrace(events).exchanges)];
	if (exchange !== undefined) {
		const chosen = views.find(view => view.exchange === exchange);
		if (chosen === undefined) {
			const numbers = views.map(view => view.exchange);
			const has =
				numbers.length === 0
					? 'none'
					: `${numbers.slice(0, 20).join(', ')}${numbers.length > 20 ? ' …' : ''}`;
			throw new UsageError(`${name} has no exchange ${exchange}.`, `It has ${has}.`);
		}

		return chosen;
	}

	const last = views.findLast(({message}) => message !== null) ?? views.at(-1);
	if (last === undefined) {
		throw new UsageError(`${name} has no exchange.`, 'Compare with a recording or a captured stream.');
	}

	return last;
}

function reportSide({name, events, hasTimes}: Side, {exchange}: ExchangeView): SideReport {
	const {exchanges} = inspectTrace(events, {hasTimes});
	const report = exchanges.find(candidate => candidate.exchange === exchange);
	if (report === undefined) {
		throw new Error(`The report on ${name} lacks exchange ${exchange}.`);
	}

	const which = exchanges.length > 1 ? `, exchange ${exchange} of ${exchanges.length}` : '';
	return {name: `${name}${which}`, exchange: report};
}
