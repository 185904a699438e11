import {countFindings} from '../../analysis/exchange-inspector.js';
import type {FindingCounts} from '../../analysis/trace-report.js';
import type {UnjudgedRequest} from '../../recording/imports/imported.js';
import {type Capture, hasOuterTimes, hasReads, openTraceSource} from '../../recording/open-trace-source.js';
import type {SkippedLines} from '../../recording/recording.js';
import {formatTokens} from '../../text/format-numbers.js';
import {settleEnds} from '../settle-ends.js';
import type {ArrivalTimes} from './arrival-times.js';
import {type Budgets, budgetFindings, noBudgets} from './budgets.js';
import {hasFailedEmpty} from './has-failed-empty.js';
import {lineFinder, withLines} from './line-finder.js';
import type {RuleFilter} from './rule-filter.js';
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
 * The report on one file. `pacing` is `synthetic` if the file has no times. `notes` lists what is odd about the capture, and `skipped` its
 * unusable lines. `sign` is what the format was recognised by, and `layers` is what was taken off first. `error` says why nothing could be
 * judged; it then has no exchanges, or only those of other APIs. `loss` says what the capture lost, which may be why the stream looks unfinished.
 */
export type FileReport = {
	readonly file: string;
	readonly isValid: boolean;
	/** False if there was nothing to judge, or if the capture lost a part, which could be the cause of any finding. */
	readonly isJudged: boolean;
	readonly error: string | null;
	readonly loss: string | null;
	readonly format: string | null;
	readonly sign: string | null;
	readonly layers: readonly string[];
	readonly pacing: 'recorded' | 'synthetic' | null;
	readonly notes: readonly string[];
	readonly skipped: readonly SkippedLines[];
	/** Requests in the file that are not judged. */
	readonly unjudged: readonly UnjudgedRequest[];
	readonly counts: FindingCounts;
	readonly exchanges: readonly InspectedExchange[];
};

/** Whether warnings count too, which rules count, what a stream may need, and what the inspection itself takes. */
export type InspectSettings = Omit<InspectionOptions, 'keepsAll'> & {
	readonly isStrict: boolean;
	readonly includes?: RuleFilter;
	readonly budgets?: Budgets;
};

/** A source that is read from its beginning. `open` may be called again, except for standard input. */
export type InspectedSource = {
	readonly open: () => AsyncIterable<Uint8Array | string>;
	readonly canReopen: boolean;
	/** When a piped source was seen to arrive. */
	readonly arrival?: ArrivalTimes | null;
};

/** An empty file is a stream without events. */
const opening = {whenBlank: 'sse', keepsBody: true} as const;

/**
 * Inspects a source while reading it. A source without an exchange is not valid, and neither is an exchange in which nothing came but an error
 * or pings, since there is nothing to judge. `isStrict` counts warnings as errors.
 */
export async function reportFile(
	file: string,
	{open, canReopen, arrival = null}: InspectedSource,
	settings: InspectSettings,
): Promise<FileReport> {
	const quick = new TraceInspection(settings);
	const read = await openTraceSource(open(), {...opening, consumer: quick});
	const capture = arrival?.applyTo(read) ?? read;
	if (quick.late === 0 || !canReopen) {
		return finishReport(file, capture, quick, settings);
	}

	const patient = new TraceInspection({...settings, keepsAll: true});
	const again = await openTraceSource(open(), {...opening, consumer: patient});
	return finishReport(file, again, patient, settings);
}

async function finishReport(
	file: string,
	capture: Capture,
	inspection: TraceInspection,
	settings: InspectSettings,
): Promise<FileReport> {
	const {pacing, body, format, sign, layers, loss, refusal, skipped, unjudged} = capture;
	if (refusal !== null) {
		const notes = capture.notes.filter(note => note !== refusal);
		return {...unreadableFile(file, refusal), loss, format, sign, layers, notes, skipped, unjudged};
	}

	for (const event of await settleEnds(capture)) {
		inspection.take(event, pacing);
	}

	const inspected = await inspection.finish({
		hasTimes: pacing === 'recorded',
		hasOuterTimes: hasOuterTimes(capture),
		hasReads: hasReads(capture),
		body,
	});
	const exchanges = withLines(
		inspected.map(exchange => (loss === null ? judged(exchange, settings) : withoutFindings(exchange))),
		lineFinder(capture),
	);
	const counts = countFindings(exchanges.flatMap(({findings}) => findings));
	const isClean = counts.errors === 0 && !(settings.isStrict && counts.warnings > 0);
	const own = exchanges.filter(({foreign}) => foreign === null);
	const isFaultless = isClean && own.length > 0 && !hasNoAnswer(own);
	const error = own.length > 0 ? null : foreignError(exchanges);
	return {
		file,
		isValid: isFaultless && loss === null,
		isJudged: loss === null && error === null,
		error,
		loss,
		format,
		sign,
		layers,
		pacing,
		notes: [...capture.notes, ...lateNotes(inspection.late)],
		skipped,
		unjudged,
		counts,
		exchanges,
	};
}

/** Why nothing is judged, if only other APIs answered. */
function foreignError(exchanges: readonly InspectedExchange[]): string | null {
	const names = new Set(exchanges.map(({foreign}) => foreign).filter(name => name !== null));
	return names.size === 0
		? null
		: `This is ${new Intl.ListFormat('en').format(names)}, not the Messages API.`;
}

/** What a capture lost may be the cause of any finding, so an incomplete capture has none. */
function withoutFindings(exchange: InspectedExchange): InspectedExchange {
	return {...exchange, findings: [], counts: nothing};
}

/** An exchange with the findings that are asked for, and those about its budgets. */
function judged(
	exchange: InspectedExchange,
	{includes, budgets = noBudgets, watchdogs}: InspectSettings,
): InspectedExchange {
	const kept =
		includes === undefined ? exchange.findings : exchange.findings.filter(({rule}) => includes(rule));
	const findings = [...kept, ...budgetFindings(exchange, budgets, watchdogs)];
	return {...exchange, findings, counts: countFindings(findings)};
}

/** Whether an exchange failed with nothing but an error, or nothing arrived in any. */
function hasNoAnswer(exchanges: readonly InspectedExchange[]): boolean {
	const empty = exchanges.filter(hasFailedEmpty);
	return empty.length === exchanges.length || empty.some(({outcome}) => outcome === 'failed');
}

function lateNotes(late: number): readonly string[] {
	const events = late === 1 ? 'event was' : 'events were';
	return late === 0
		? []
		: [
				`${formatTokens(late)} ${events} not judged, coming long after the end of the exchange. Inspect a file to judge them too.`,
			];
}

const nothing: FindingCounts = {errors: 0, warnings: 0, notes: 0};

/** The report on a file of which nothing can be judged. */
export function unreadableFile(file: string, error: string): FileReport {
	return {
		file,
		isValid: false,
		isJudged: false,
		error,
		loss: null,
		format: null,
		sign: null,
		layers: [],
		pacing: null,
		notes: [],
		skipped: [],
		unjudged: [],
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
