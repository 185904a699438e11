import type {FindingReport} from '../../analysis/trace-report.js';
import type {Watchdog, WatchdogReport} from '../../analysis/watchdog.js';
import {formatMilliseconds} from '../../text/format-numbers.js';
import type {InspectedExchange} from './trace-inspection.js';

/** What a stream may need at most; `null` where it does not matter. Times are milliseconds. */
export type Budgets = {
	readonly ttft: number | null;
	readonly gap: number | null;
	readonly readsPerEvent: number | null;
};

export const noBudgets: Budgets = {ttft: null, gap: null, readsPerEvent: null};

/** The findings of one exchange about its budgets and watchdogs. Where a budget cannot be checked, that is a warning. */
export function budgetFindings(
	{clocks, gaps, reads, events, watchdogs, outcome}: InspectedExchange,
	{ttft, gap, readsPerEvent}: Budgets,
	asked: readonly Watchdog[] = [],
): readonly FindingReport[] {
	const hasStream = events.total > 0 || outcome === 'failed';
	const ratio = reads === null ? null : reads.reads / Math.max(1, events.total);
	return hasStream
		? [
				...check('max-ttft', 'the TTFT', clocks === null ? undefined : clocks.ttft, ttft, formatMilliseconds),
				...check(
					'max-gap',
					'the longest gap',
					clocks === null ? undefined : (gaps?.max ?? 0),
					gap,
					formatMilliseconds,
				),
				...check(
					'max-reads-per-event',
					'the number of reads per event',
					ratio ?? undefined,
					readsPerEvent,
					format,
				),
				...(clocks === null ? asked.flatMap(untimedFindings) : watchdogs.flatMap(killedFindings)),
			]
		: [];
}

/** `undefined` means that a value is not known, `null` that what it measures never came. */
function check(
	rule: string,
	what: string,
	value: number | null | undefined,
	limit: number | null,
	write: (value: number) => string,
): readonly FindingReport[] {
	if (limit === null || (value !== undefined && value !== null && value <= limit)) {
		return [];
	}

	const message =
		value === undefined
			? `${what} is not known: the capture does not have it`
			: value === null
				? `${what} is not known: no content came`
				: `${what} is ${write(value)}`;
	const severity = value === undefined ? 'warning' : 'error';
	return [{rule, severity, event: null, line: null, message, expected: `at most ${write(limit)}`}];
}

function format(value: number): string {
	return value.toLocaleString('en', {maximumFractionDigits: 2});
}

function untimedFindings({sign, limit}: Watchdog): readonly FindingReport[] {
	const message = 'what a client would have done is not known: the capture has no times';
	const expected = `${sign} at least every ${formatMilliseconds(limit)}`;
	return [{rule: 'watchdog', severity: 'warning', event: null, line: null, message, expected}];
}

function killedFindings({sign, limit, killedAt, after, next}: WatchdogReport): readonly FindingReport[] {
	if (killedAt === null) {
		return [];
	}

	const then = next === null ? 'none came after that' : `the next came at ${formatMilliseconds(next)}`;
	return [
		{
			rule: 'watchdog',
			severity: 'error',
			event: after,
			line: null,
			message: `a client would have given up at ${formatMilliseconds(killedAt)}: ${then}`,
			expected: `${sign} at least every ${formatMilliseconds(limit)}`,
		},
	];
}
