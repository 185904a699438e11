import {inspectTrace} from '../../analysis/inspect-trace.js';
import type {ExchangeReport, FindingCounts} from '../../analysis/trace-report.js';
import type {PriceList} from '../../messages/prices.js';
import {hasReads} from '../../recording/open-trace-source.js';
import type {SkippedLines} from '../../recording/recording.js';
import {foldTrace} from '../../trace/fold-trace.js';
import {settleEnds} from '../settle-ends.js';
import type {Capture} from './open-capture.js';
import {reportSdk, type SdkReport} from './sdk-report.js';

// The output of `streamscope inspect --json`. Within one `version`, fields may be added, but not renamed or removed.

export type InspectReport = {
	readonly version: 1;
	/** Whether the exit code is 0. */
	readonly isValid: boolean;
	readonly counts: FindingCounts;
	readonly files: readonly FileReport[];
};

/**
 * The report on one file. `pacing` is `synthetic` if the file has no times. `notes` lists what is odd about it, and `skipped` its unusable
 * lines. `error` says why it could not be read; it then has no exchanges.
 */
export type FileReport = {
	readonly file: string;
	readonly isValid: boolean;
	readonly error: string | null;
	readonly format: string | null;
	readonly pacing: 'recorded' | 'synthetic' | null;
	readonly notes: readonly string[];
	readonly skipped: readonly SkippedLines[];
	readonly counts: FindingCounts;
	readonly exchanges: readonly InspectedExchange[];
};

export type InspectedExchange = ExchangeReport & {readonly sdk: SdkReport | null};

/** Whether warnings count too, and what the models cost. */
export type InspectSettings = {readonly isStrict: boolean; readonly prices: PriceList};

/**
 * Inspects an opened source. A source without an exchange is not valid, and neither is an exchange that failed before anything arrived,
 * since there is nothing to judge. `isStrict` counts warnings as errors.
 */
export async function reportFile(
	file: string,
	capture: Capture,
	{isStrict, prices}: InspectSettings,
): Promise<FileReport> {
	const {pacing, body, format, notes, skipped} = capture;
	const events = await settleEnds(capture);
	const view = foldTrace(events);
	const {exchanges, counts} = inspectTrace(events, {
		hasTimes: pacing === 'recorded',
		hasReads: hasReads(capture),
		view,
		body,
		prices,
	});
	const sdk = await reportSdk(events, view);
	const isClean = counts.errors === 0 && !(isStrict && counts.warnings > 0);
	return {
		file,
		isValid: exchanges.length > 0 && isClean && unanswered(exchanges).length === 0,
		error: null,
		format,
		pacing,
		notes,
		skipped,
		counts,
		exchanges: exchanges.map(exchange => ({...exchange, sdk: sdk.get(exchange.exchange) ?? null})),
	};
}

/** The numbers of the exchanges that failed without a finding before anything arrived; all numbers, if nothing arrived in any. */
export function unanswered(exchanges: readonly ExchangeReport[]): readonly number[] {
	const empty = exchanges.filter(
		({events, outcome, stopReason, counts}) =>
			events.total === 0 && stopReason === null && outcome !== 'complete' && counts.errors === 0,
	);
	const failed =
		empty.length === exchanges.length ? empty : empty.filter(({outcome}) => outcome === 'failed');
	return failed.map(({exchange}) => exchange);
}

const nothing: FindingCounts = {errors: 0, warnings: 0, notes: 0};

/** The report on a file that could not be read. */
export function unreadableFile(file: string, error: string): FileReport {
	return {
		file,
		isValid: false,
		error,
		format: null,
		pacing: null,
		notes: [],
		skipped: [],
		counts: nothing,
		exchanges: [],
	};
}

export function joinReports(files: readonly FileReport[]): InspectReport {
	const sum = (level: keyof FindingCounts) => files.reduce((total, {counts}) => total + counts[level], 0);
	return {
		version: 1,
		isValid: files.every(({isValid}) => isValid),
		counts: {errors: sum('errors'), warnings: sum('warnings'), notes: sum('notes')},
		files,
	};
}
