import type {Severity} from '../../messages/conformance/finding.js';
import {expectationOf} from './expectation.js';
import type {FileReport} from './file-report.js';
import {hasFailedEmpty} from './has-failed-empty.js';
import {verdictOf} from './verdict.js';

/** One thing to say about a file, in the form that CI systems take. `exchange`, `event` and `line` are `null` if it concerns the file as a whole. */
export type Annotation = {
	readonly file: string;
	readonly exchange: number | null;
	readonly event: number | null;
	readonly line: number | null;
	readonly severity: Severity;
	readonly rule: string;
	readonly message: string;
	readonly expected: string;
};

/** Everything there is to say about a file: its findings, and why it fails where no finding says so. */
export function annotationsOf(report: FileReport): readonly Annotation[] {
	const {file, exchanges, isValid} = report;
	const findings = exchanges.flatMap(({exchange, findings}) =>
		findings.map(
			(finding): Annotation => ({
				file,
				exchange,
				event: finding.event,
				line: finding.line ?? null,
				severity: finding.severity,
				rule: finding.rule,
				message: finding.message,
				expected: expectationOf(finding),
			}),
		),
	);
	const isSaid = findings.some(({severity}) => severity === 'error') || !failsOtherwise(report);
	return isValid || isSaid ? findings : [failureOf(report), ...findings];
}

/** Whether a file fails for another reason than its findings. */
function failsOtherwise({isJudged, loss, exchanges}: FileReport): boolean {
	return !isJudged || loss !== null || exchanges.length === 0 || exchanges.some(hasFailedEmpty);
}

function failureOf(report: FileReport): Annotation {
	const {word, reasons} = verdictOf(report);
	return {
		file: report.file,
		exchange: null,
		event: null,
		line: null,
		severity: 'error',
		rule: 'verdict',
		message: [word, ...reasons].filter(part => part !== '').join(' · '),
		expected: 'a valid stream',
	};
}
