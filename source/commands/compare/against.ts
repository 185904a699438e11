import {type ContentDifference, contentDifference} from '../../analysis/content-difference.js';
import {inspectTrace} from '../../analysis/inspect-trace.js';
import type {ExchangeReport} from '../../analysis/trace-report.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {foldTrace} from '../../trace/fold-trace.js';
import {itemsOf} from '../../trace/persistent-list.js';
import type {TraceEvent} from '../../trace/trace-event.js';
import {UsageError} from '../usage-error.js';

/** One of two streams. `hasTimes` is false for a capture whose times were made up. */
export type Side = {
	readonly name: string;
	readonly events: readonly TraceEvent[];
	readonly hasTimes: boolean;
};

/** Two streams beside each other: what each is like, and where their content parts first. */
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

/** The exchange of a side that is compared. Throws a `UsageError` where there is none. */
export function lastStream({name, events}: Pick<Side, 'name' | 'events'>): ExchangeView {
	const views = [...itemsOf(foldTrace(events).exchanges)];
	const last = views.findLast(({message}) => message !== null) ?? views.at(-1);
	if (last === undefined) {
		throw new UsageError(
			`There is no exchange in ${name}.`,
			'Compare with a recording or a captured stream.',
		);
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
