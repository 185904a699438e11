import {type ContentDifference, contentDifference} from '../../analysis/content-difference.js';
import {inspectTrace} from '../../analysis/inspect-trace.js';
import type {ExchangeReport} from '../../analysis/trace-report.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {foldTrace} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {UsageError} from '../usage-error.js';

/** One of two streams. `hasTimes` is false for a capture with made-up times. */
export type Side = {
	readonly name: string;
	readonly events: readonly TraceEvent[];
	readonly hasTimes: boolean;
};

/** Two streams side by side: figures of each, and where their content first differs. */
export type AgainstReport = {
	readonly version: 1;
	readonly sides: readonly [SideReport, SideReport];
	readonly difference: ContentDifference | null;
};

export type SideReport = {readonly name: string; readonly exchange: ExchangeReport};

/** Compares the last exchanges of two traces. */
export function compareSides(left: Side, right: Side): AgainstReport {
	const [leftView, rightView] = [lastStream(left), lastStream(right)];
	return {
		version: 1,
		sides: [reportSide(left, leftView), reportSide(right, rightView)],
		difference: contentDifference(
			{events: left.events, view: leftView},
			{events: right.events, view: rightView},
		),
	};
}

/** The exchange of a side that is compared: its last one. Throws a `UsageError` if there is none. */
export function lastStream({name, events}: Pick<Side, 'name' | 'events'>): ExchangeView {
	const views = [...itemsOf(foldTrace(events).exchanges)];
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

	return {name, exchange: report};
}
