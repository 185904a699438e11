import type {FindingCounts, FindingReport} from '../../analysis/trace-report.js';
import {formatTokens} from '../../text/format-numbers.js';
import type {FileReport} from './file-report.js';
import {hasFailedEmpty} from './has-failed-empty.js';
import type {InspectedExchange} from './trace-inspection.js';

/** The verdict on a file: the word for it, and the reasons in the order in which they are printed. */
export type Verdict = {
	readonly sign: '✓' | '!' | '✗' | '?';
	readonly word: string;
	readonly reasons: readonly string[];
};

/**
 * The verdict on a file. A stream can be valid and its answer a failure: an error event is a valid end. If nothing came but an error or pings,
 * there is no stream that could be valid.
 */
export function verdictOf(report: FileReport): Verdict {
	const {isValid, isJudged, error, loss, exchanges, counts} = report;
	const hasFault = exchanges.some(hasOwnFault);
	if (!isJudged) {
		return {
			sign: '?',
			word: error === null ? 'incomplete capture' : 'not judged',
			reasons: [error ?? loss ?? ''],
		};
	}

	const failures = describeFailures(exchanges);
	const hasOnlyFailed = !isValid && failures.length > 0 && !hasFault && loss === null;
	const word = isValid ? 'valid' : hasOnlyFailed ? '' : 'not valid';
	const reasons = [
		...(loss === null ? [] : [loss]),
		...(exchanges.length === 0 ? ['it has no exchange'] : []),
		...failures,
		...(isValid && exchanges.some(isLostOnSdk) ? ['the SDK fails on it'] : []),
		...describeFindings(
			exchanges.flatMap(({findings}) => findings),
			counts,
		),
	];
	return {sign: isValid ? (counts.warnings > 0 ? '!' : '✓') : '✗', word, reasons};
}

/** An error of the API's own, such as `overloaded_error`. */
const serverKind = /_error$/;

/** Whether an exchange has an error besides that nothing came. */
function hasOwnFault(exchange: InspectedExchange): boolean {
	const errors = exchange.findings.filter(({severity}) => severity === 'error');
	if (!hasFailedEmpty(exchange)) {
		return errors.length > 0;
	}

	const isSaid = serverKind.test(exchange.error?.kind ?? '');
	return errors.some(({rule}) => rule !== 'message-start-first' && !(rule === 'empty-body' && isSaid));
}

/** Why there is no answer, for each exchange that failed: `failed: overloaded_error`. An exchange that broke a rule has its finding. */
function describeFailures(exchanges: readonly InspectedExchange[]): readonly string[] {
	const isNothing = exchanges.every(hasFailedEmpty);
	const failed = exchanges.filter(
		exchange =>
			hasServerError(exchange) ||
			(hasFailedEmpty(exchange) && !hasOwnFault(exchange) && (isNothing || exchange.outcome === 'failed')),
	);
	return [...Map.groupBy(failed, describeFailure)].map(([words, alike]) => {
		const numbers = new Intl.ListFormat('en').format(alike.map(({exchange}) => `${exchange}`));
		return alike.length === exchanges.length ? words : `${words} in exchange ${numbers}`;
	});
}

function describeFailure({outcome, error, attempts}: InspectedExchange): string {
	if (outcome !== 'failed') {
		return 'no answer';
	}

	const status = attempts.at(-1)?.status ?? 0;
	if (error?.kind === 'ended_early') {
		return 'failed: no message came';
	}

	const kind = error?.kind ?? (status >= 400 ? `status ${status}` : 'unknown');
	return kind === 'unknown' ? 'failed' : `failed: ${kind}`;
}

function hasServerError({events, outcome}: InspectedExchange): boolean {
	return outcome === 'failed' && (events.byType.error ?? 0) > 0;
}

function isLostOnSdk(exchange: InspectedExchange): boolean {
	return exchange.sdk?.outcome === 'failed' && !hasFailedEmpty(exchange) && !hasServerError(exchange);
}

/** `2 errors: data-json, cut-off`, and the same for warnings and notes. */
function describeFindings(
	findings: readonly FindingReport[],
	{errors, warnings, notes}: FindingCounts,
): readonly string[] {
	return (
		[
			['error', errors],
			['warning', warnings],
			['note', notes],
		] as const
	).flatMap(([severity, count]) => {
		const rules = new Set(findings.filter(finding => finding.severity === severity).map(({rule}) => rule));
		return count === 0
			? []
			: [`${formatTokens(count)} ${severity}${count === 1 ? '' : 's'}: ${[...rules].join(', ')}`];
	});
}
