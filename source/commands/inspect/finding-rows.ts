import type {FindingReport} from '../../analysis/trace-report.js';
import {conformanceRules} from '../../messages/conformance/conformance-rules.js';
import type {Severity} from '../../messages/conformance/finding.js';
import {formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';

const severities: readonly Severity[] = ['error', 'warning', 'note'];
const roles: Readonly<Record<Severity, string>> = {error: 'bad', warning: 'warning', note: 'dim'};

/** The number of findings of one rule that are listed separately. */
const maxPerRule = 5;

/** The findings, worst first, grouped by rule. */
export function findingRows(findings: readonly FindingReport[], width: number): readonly Row[] {
	if (findings.length === 0) {
		return [[segment('none', 'good')]];
	}

	return severities.flatMap(severity => {
		const groups = Map.groupBy(
			findings.filter(finding => finding.severity === severity),
			({rule}) => rule,
		);
		return [...groups.values()].flatMap(group => groupRows(group, severity, width));
	});
}

function groupRows(group: readonly FindingReport[], severity: Severity, width: number): readonly Row[] {
	const name = group[0]?.rule ?? '';
	const title = conformanceRules.find(rule => rule.name === name)?.title ?? '';
	const times = group.length === 1 ? '' : ` × ${formatTokens(group.length)}`;
	const more = group.length - maxPerRule;
	return [
		[
			segment(severity.padEnd(8), roles[severity]),
			segment(`${name}${times}`, 'title'),
			segment(` ${title}`, 'dim'),
		],
		...group.slice(0, maxPerRule).flatMap(finding => messageRows(finding, width)),
		...(more > 0 ? [[segment(`${' '.repeat(8)}and ${formatTokens(more)} more`, 'dim')]] : []),
	];
}

function messageRows({event, message}: FindingReport, width: number): readonly Row[] {
	const text = `${event === null ? '' : `#${event} `}${sanitizeLine(message)}`;
	return wrapText(text, Math.max(20, width - 8)).lines.map(
		(line): Row => [segment(`${' '.repeat(8)}${line.text}`)],
	);
}
