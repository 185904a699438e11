import path from 'node:path';
import type {FindingReport} from '../../analysis/trace-report.js';
import type {Severity} from '../../messages/conformance/finding.js';
import {formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {expectationOf} from './expectation.js';

const severities: readonly Severity[] = ['error', 'warning', 'note'];
const roles: Readonly<Record<Severity, string>> = {error: 'bad', warning: 'warning', note: 'dim'};

/** The number of places, and of different observations, that are listed for one rule. */
const maxPerRule = 5;

const indent = ' '.repeat(8);

/** The findings, worst first. Those about one rule are one: what was observed, where, and what was expected. */
export function findingRows(findings: readonly FindingReport[], width: number, file = ''): readonly Row[] {
	if (findings.length === 0) {
		return [[segment('none', 'good')]];
	}

	return severities.flatMap(severity => {
		const groups = Map.groupBy(
			findings.filter(finding => finding.severity === severity),
			({rule}) => rule,
		);
		return [...groups].flatMap(([rule, group]) => groupRows(rule, group, severity, width, file));
	});
}

function groupRows(
	rule: string,
	group: readonly FindingReport[],
	severity: Severity,
	width: number,
	file: string,
): readonly Row[] {
	const [first = '', ...others] = new Set(group.map(({message}) => sanitizeLine(message)));
	const places = group.flatMap(finding => (finding.event === null ? [] : [placeOf(finding, file)]));
	const times = group.length === 1 ? '' : ` × ${formatTokens(group.length)}`;
	const where = `${listed(places, ', ')}`;
	const prose = (text: string, role?: string) =>
		wrapText(text, Math.max(20, width - indent.length)).lines.map(line => segment(line.text, role));
	const [head, ...rest] = prose(`${first}${times}`);
	return [
		[segment(severity.padEnd(indent.length), roles[severity]), head ?? segment('')],
		...[
			...rest,
			...prose(where, 'mark'),
			...prose(others.length === 0 ? '' : `also: ${listed(others, '; ')}`),
			...prose(`expected: ${expectationOf(group[0] ?? {rule})} (${rule})`, 'dim'),
		]
			.filter(({text}) => text !== '')
			.map((part): Row => [segment(indent), part]),
	];
}

/** `#5`, and the line if it is known: `#5 a.sse:12`, or `#5 line 12` on standard input. */
function placeOf({event, line}: FindingReport, file: string): string {
	if (line === null || line === undefined) {
		return `#${event}`;
	}

	const name = file === '' || file === '-' ? 'line ' : `${sanitizeLine(path.basename(file))}:`;
	return `#${event} ${name}${line}`;
}

function listed(items: readonly string[], separator: string): string {
	const more = items.length - maxPerRule;
	const shown = items.slice(0, maxPerRule).join(separator);
	return more > 0 ? `${shown} and ${formatTokens(more)} more` : shown;
}
