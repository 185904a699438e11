import {type Clocks, clocksOf, outputRateOf} from '../../analysis/clocks.js';
import {reportClocks} from '../../analysis/report-times.js';
import type {MessageExchange} from '../../client/message-exchange.js';
import {usageNumber} from '../../messages/usage-ledger.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {lastItem} from '../../trace/persistent-list.js';
import type {Trace} from '../../trace/trace.js';
import type {TraceError} from '../../trace/trace-event.js';

/** One way of asking: streaming, or the whole answer at once. */
export type ComparisonSide = {
	readonly model: string;
	readonly mode: 'streaming' | 'whole';
};

/** A running side: its trace grows, and `now` is the trace's clock. */
export type RunningSide = ComparisonSide & {
	readonly trace: Trace;
	readonly now: () => number;
	start(): MessageExchange;
};

/** The result of one run. Times are in milliseconds; `tokensPerSecond` is `null` if the answer came at once. `run` counts from 1. */
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
	/** Runs the sides one after the other instead of at the same time. */
	readonly isSequential: boolean;
	readonly open: (side: ComparisonSide) => RunningSide;
	/** Called with the sides when a run starts. */
	readonly onRun: (running: readonly RunningSide[], run: number) => void;
	readonly interrupted: AbortSignal;
};

/** Runs all sides in each run. An interruption ends the current run and skips the rest. */
export async function runComparison(options: ComparisonOptions): Promise<readonly ComparisonRun[]> {
	const {sides, runs, isSequential, open, onRun, interrupted} = options;
	const results: ComparisonRun[] = [];
	for (let run = 1; run <= runs && !interrupted.aborted; run++) {
		const running = sides.map(open);
		onRun(running, run);
		if (isSequential) {
			for (const side of running) {
				await runSide(side, interrupted);
			}
		} else {
			await Promise.all(running.map(side => runSide(side, interrupted)));
		}

		results.push(...running.flatMap(side => resultOf(side, run)));
	}

	return results;
}

/** Runs a side to its end. Its trace holds any error. */
export async function runSide({start}: Pick<RunningSide, 'start'>, interrupted: AbortSignal): Promise<void> {
	if (interrupted.aborted) {
		return;
	}

	const exchange = start();
	const abort = () => exchange.abort();
	interrupted.addEventListener('abort', abort);
	try {
		for await (const _ of exchange) {
			// The trace keeps what arrives.
		}

		await exchange.finalMessage();
	} catch (error) {
		exchange.fail(error);
	}

	interrupted.removeEventListener('abort', abort);
}

function resultOf({trace, model, mode}: RunningSide, run: number): readonly ComparisonRun[] {
	const view = lastItem(trace.view.exchanges);
	return view === undefined ? [] : [{model, mode, run, ...factsOf(view)}];
}

function factsOf(view: ExchangeView): Omit<ComparisonRun, keyof ComparisonSide | 'run'> {
	const rate = outputRateOf(view);
	return {
		outcome: view.end?.outcome ?? 'aborted',
		error: view.end?.error ?? null,
		clocks: reportClocks(clocksOf(view)),
		inputTokens: usageNumber(view.usage, 'input_tokens'),
		outputTokens: usageNumber(view.usage, 'output_tokens'),
		tokensPerSecond: rate === null || rate.isEstimate ? null : Math.round(rate.tokensPerSecond * 10) / 10,
	};
}
