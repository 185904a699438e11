import {knownPrices, type PriceList} from '../../messages/prices.js';
import {ExchangeInspector} from '../exchange-inspector.js';
import type {ExchangeReport} from '../trace-report.js';
import {type AlignedEvents, alignmentSteps} from './align-logs.js';
import {type ComparedStream, type ContentDifference, differenceSteps} from './content-difference.js';
import {eventsInStep, finish, type Steps} from './steps.js';

/** One of two exchanges to compare, with the trace that holds it. `hasTimes` is false for a capture with made-up times. */
export type ComparedSide = ComparedStream & {
	readonly name: string;
	readonly hasTimes: boolean;
	readonly prices?: PriceList;
};

/**
 * Two streams side by side: figures of each, where their content first differs, and their logs. `isSame` means that the content, the stop reason
 * and the outcome are the same; how the content was cut into events does not count.
 */
export type StreamComparison = {
	readonly version: 1;
	readonly sides: readonly [SideReport, SideReport];
	readonly isSame: boolean;
	readonly difference: ContentDifference | null;
	readonly log: readonly AlignedEvents[];
};

export type SideReport = {readonly name: string; readonly exchange: ExchangeReport};

export function compareStreams(left: ComparedSide, right: ComparedSide): StreamComparison {
	return finish(comparisonSteps(left, right));
}

/** The same in steps, which a screen takes one by one. */
export function* comparisonSteps(left: ComparedSide, right: ComparedSide): Steps<StreamComparison> {
	const one = yield* reportSteps(left);
	const other = yield* reportSteps(right);
	const difference = yield* differenceSteps(left, right);
	const log = yield* alignmentSteps(left, right);
	return {
		version: 1,
		sides: [
			{name: left.name, exchange: one},
			{name: right.name, exchange: other},
		],
		isSame: difference === null && one.stopReason === other.stopReason && one.outcome === other.outcome,
		difference,
		log,
	};
}

function* reportSteps({events, view, hasTimes, prices = knownPrices}: ComparedSide): Steps<ExchangeReport> {
	const inspector = new ExchangeInspector(view.exchange);
	for (let position = view.first; position <= view.last; position++) {
		if ((position - view.first + 1) % eventsInStep === 0) {
			yield;
		}

		const event = events[position];
		if (event?.exchange === view.exchange) {
			inspector.add(event, position);
		}
	}

	return inspector.report({hasTimes, hasOuterTimes: hasTimes, hasReads: hasTimes, prices, body: ''});
}
