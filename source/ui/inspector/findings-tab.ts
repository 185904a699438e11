import type {TracedFinding} from '../../analysis/exchange-conformance.js';
import {conformanceRules} from '../../messages/conformance/conformance-rules.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import type {ExchangeView} from '../../trace/exchange-view.js';
import {selectFindings} from '../events/select-findings.js';
import {selectSelectedExchange} from '../events/select-log.js';
import type {Screen} from '../screen/screen.js';
import {severityRoles} from '../screen/severity-roles.js';
import {eventRows, fixedRows, type RowSource, type SourceRow} from './row-source.js';

/** The findings about the exchange, by the rules of a valid stream, the worst first. Each rule is listed once. */
export function findingsTab(screen: Screen, width: number): RowSource {
	const exchange = selectSelectedExchange(screen);
	if (exchange === null) {
		return fixedRows([[segment('No exchange yet.', 'dim')]]);
	}

	const findings = selectFindings(screen).of(exchange);
	const rules = (['error', 'warning', 'note'] as const).flatMap(severity =>
		groupsOf(findings.filter(finding => finding.severity === severity)),
	);
	const head = [...summary(findings, exchange), segment(` · exchange ${exchange.exchange}`, 'dim')];
	return rules.length === 0
		? fixedRows([head])
		: eventRows([{row: head}, ...rules.flatMap(group => groupRows(group, width))]);
}

/** The findings of each rule, in the order of the first of them. A stream may break a rule with every event. */
function groupsOf(findings: readonly TracedFinding[]): ReadonlyArray<readonly TracedFinding[]> {
	const groups = new Map<string, TracedFinding[]>();
	for (const finding of findings) {
		const group = groups.get(finding.rule) ?? [];
		groups.set(finding.rule, group);
		group.push(finding);
	}

	return [...groups.values()];
}

function summary(findings: readonly TracedFinding[], {end, foreign}: ExchangeView): Row {
	if (foreign !== null) {
		return [segment(`${sanitizeLine(foreign)}: only the Messages API is judged`, 'dim')];
	}

	if (findings.length === 0) {
		return end === null
			? [segment('✓ no findings so far', 'good')]
			: [segment('✓ no findings: the stream is valid', 'good')];
	}

	const counts = (['error', 'warning', 'note'] as const)
		.map(severity => ({
			severity,
			count: findings.filter(finding => finding.severity === severity).length,
		}))
		.filter(({count}) => count > 0);
	return counts.flatMap(({severity, count}, index) => [
		segment(index === 0 ? '' : ' · '),
		segment(`${count} ${severity}${count === 1 ? '' : 's'}`, severityRoles[severity]),
	]);
}

/** The rule, how often and where it was broken, what was found first, and the source of the rule. Enter on any of the rows goes to the events. */
function groupRows(group: readonly TracedFinding[], width: number): readonly SourceRow[] {
	const [first] = group;
	if (first === undefined) {
		return [];
	}

	const {rule, severity, position, message} = first;
	const known = conformanceRules.find(({name}) => name === rule);
	const rows: readonly Row[] = [
		[
			segment(`${severity.padEnd(7)} `, severityRoles[severity]),
			segment(rule, 'title'),
			segment(group.length === 1 ? '' : ` × ${group.length}`, severityRoles[severity]),
			segment(position === null ? '' : ` #${position + 1}`, 'mark'),
			segment(` ${known?.title ?? ''}`, 'dim'),
		],
		...indented(sanitizeLine(message), width),
		...(known === undefined ? [] : indented(`${known.basis} (${known.source})`, width, 'dim')),
	];
	const events = group.map(finding => finding.position).filter(one => one !== null);
	return rows.map(row => ({row, events: [...new Set(events)].sort((a, b) => a - b)}));
}

function indented(text: string, width: number, role?: string): readonly Row[] {
	const indent = ' '.repeat(8);
	return wrapText(text, Math.max(10, width - indent.length)).lines.map(
		(line): Row => [segment(`${indent}${line.text}`, role)],
	);
}
