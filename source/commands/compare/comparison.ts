import {type Clocks, outputRateOf} from '../../analysis/clocks.js';
import {reportClocks} from '../../analysis/report-times.js';
import type {MessageExchange} from '../../client/message-exchange.js';
import {usageNumber} from '../../messages/usage-ledger.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {lastItem} from '../../trace/persistent-list.js';
import type {Trace} from '../../trace/trace.js';
import type {TraceError} from '../../trace/trace-event.js';

/** One way of asking: streaming, or for the whole answer at once. */
export type ComparisonSide = {
	readonly model: string;
	readonly mode: 'streaming' | 'whole';
};

/** A side at work: its trace grows, and `now` is the trace's clock. */
export type Lane = ComparisonSide & {
	readonly trace: Trace;
	readonly now: () => number;
	start(): MessageExchange;
};

/** How one run went. Times are in milliseconds; `tokensPerSecond` is `null` where the answer came at once. `run` counts from 1. */
export type ComparisonRun = ComparisonSide & {
	readonly run: number;
	readonly outcome: 'complete' | 'aborted' | 'failed';
	readonly error: TraceError | null;
	readonly clocks: Clocks;
	readonly inputTokens: number | null;
	readonly outputTokens: number | null;
	readonly tokensPerSecond: number | null;
};

export type ComparisonOptions = {
	readonly sides: readonly ComparisonSide[];
	readonly runs: number;
	/** One after the other, instead of all of a run at the same time. */
	readonly isSequential: boolean;
	readonly open: (side: ComparisonSide) => Lane;
	/** A run begins with these. */
	readonly onRun: (lanes: readonly Lane[], run: number) => void;
	readonly interrupted: AbortSignal;
};

/** Lets the sides answer, all of them in each run. An interruption ends the present run and leaves out those to come. */
export async function runComparison(options: ComparisonOptions): Promise<readonly ComparisonRun[]> {
	const {sides, runs, isSequential, open, onRun, interrupted} = options;
	const results: ComparisonRun[] = [];
	for (let run = 1; run <= runs && !interrupted.aborted; run++) {
		const lanes = sides.map(open);
		onRun(lanes, run);
		if (isSequential) {
			for (const lane of lanes) {
				await runLane(lane, interrupted);
			}
		} else {
			await Promise.all(lanes.map(lane => runLane(lane, interrupted)));
		}

		results.push(...lanes.flatMap(lane => resultOf(lane, run)));
	}

	return results;
}

/** Runs a lane to its end. What it throws is in its trace. */
export async function runLane({start}: Pick<Lane, 'start'>, interrupted: AbortSignal): Promise<void> {
	if (interrupted.aborted) {
		return;
	}

	const exchange = start();
	const abort = () => exchange.abort();
	interrupted.addEventListener('abort', abort);
	try {
		for await (const _ of exchange) {
			// The trace holds what comes.
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}

	interrupted.removeEventListener('abort', abort);
}

function resultOf({trace, model, mode}: Lane, run: number): readonly ComparisonRun[] {
	const view = lastItem(trace.view.exchanges);
	return view === undefined ? [] : [{model, mode, run, ...factsOf(view)}];
}

function factsOf(view: ExchangeView): Omit<ComparisonRun, keyof ComparisonSide | 'run'> {
	const rate = outputRateOf(view);
	return {
		outcome: view.end?.outcome ?? 'aborted',
		error: view.end?.error ?? null,
		clocks: reportClocks(view),
		inputTokens: usageNumber(view.usage, 'input_tokens'),
		outputTokens: usageNumber(view.usage, 'output_tokens'),
		tokensPerSecond: rate === null || rate.isEstimate ? null : Math.round(rate.tokensPerSecond * 10) / 10,
	};
}
