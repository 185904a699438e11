import {countFindings} from '../../analysis/exchange-inspector.js';
import type {ExchangeReport, FindingCounts} from '../../analysis/trace-report.js';
import {hasReads} from '../../recording/open-trace-source.js';
import type {SkippedLines} from '../../recording/recording.js';
import {formatTokens} from '../../text/format-numbers.js';
import {settleEnds} from '../settle-ends.js';
import {type Capture, openCapture} from './open-capture.js';
import {type InspectedExchange, type InspectionOptions, TraceInspection} from './trace-inspection.js';

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

/** Whether warnings count too, what the models cost, and what to call before an exchange is reported on. */
export type InspectSettings = Omit<InspectionOptions, 'keepsAll'> & {readonly isStrict: boolean};

/** A source that is read from its beginning. `open` may be called again, except for standard input. */
export type InspectedSource = {
	readonly open: () => AsyncIterable<Uint8Array | string>;
	readonly canReopen: boolean;
};

/**
 * Inspects a source while reading it. A source without an exchange is not valid, and neither is an exchange that failed before anything
 * arrived, since there is nothing to judge. `isStrict` counts warnings as errors.
 */
export async function reportFile(
	file: string,
	{open, canReopen}: InspectedSource,
	settings: InspectSettings,
): Promise<FileReport> {
	const quick = new TraceInspection(settings);
	const capture = await openCapture(open(), quick);
	if (quick.late === 0 || !canReopen) {
		return finishReport(file, capture, quick, settings);
	}

	const patient = new TraceInspection({...settings, keepsAll: true});
	return finishReport(file, await openCapture(open(), patient), patient, settings);
}

async function finishReport(
	file: string,
	capture: Capture,
	inspection: TraceInspection,
	{isStrict}: InspectSettings,
): Promise<FileReport> {
	const {pacing, body, format, skipped} = capture;
	for (const event of await settleEnds(capture)) {
		inspection.take(event, pacing);
	}

	const exchanges = await inspection.finish({
		hasTimes: pacing === 'recorded',
		hasReads: hasReads(capture),
		body,
	});
	const counts = countFindings(exchanges.flatMap(({findings}) => findings));
	const isClean = counts.errors === 0 && !(isStrict && counts.warnings > 0);
	return {
		file,
		isValid: exchanges.length > 0 && isClean && unanswered(exchanges).length === 0,
		error: null,
		format,
		pacing,
		notes: [...capture.notes, ...lateNotes(inspection.late)],
		skipped,
		counts,
		exchanges,
	};
}

function lateNotes(late: number): readonly string[] {
	const events = late === 1 ? 'event was' : 'events were';
	return late === 0
		? []
		: [
				`${formatTokens(late)} ${events} not judged, coming long after the end of the exchange. Inspect a file to judge them too.`,
			];
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
