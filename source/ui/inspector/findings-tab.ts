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
import {fixedRows, type RowSource} from './row-source.js';

/** A stream that breaks a rule with every event would only fill the pane. */
const maxShown = 100;

/** The findings about the exchange, by the rules of a valid stream, the worst first. */
export function findingsTab(screen: Screen, width: number): RowSource {
	const exchange = selectSelectedExchange(screen);
	if (exchange === null) {
		return fixedRows([[segment('No exchange yet.', 'dim')]]);
	}

	const findings = selectFindings(screen).of(exchange);
	const sorted = (['error', 'warning', 'note'] as const).flatMap(severity =>
		findings.filter(finding => finding.severity === severity),
	);
	const more = sorted.length - maxShown;
	return fixedRows([
		[...summary(findings, exchange), segment(` · exchange ${exchange.exchange}`, 'dim')],
		...sorted
			.slice(0, maxShown)
			.flatMap((finding, index) => findingRows(finding, isFirstOfRule(sorted, index), width)),
		...(more > 0 ? [[segment(`and ${more} more: streamscope inspect lists them`, 'dim')]] : []),
	]);
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

function isFirstOfRule(findings: readonly TracedFinding[], index: number): boolean {
	return findings.findIndex(({rule}) => rule === findings[index]?.rule) === index;
}

/** The rule, the event and what was found. The first finding of a rule also cites its source. */
function findingRows(
	{rule, severity, position, message}: TracedFinding,
	isFirst: boolean,
	width: number,
): readonly Row[] {
	const known = conformanceRules.find(({name}) => name === rule);
	const basis = isFirst && known !== undefined ? `${known.basis} (${known.source})` : '';
	return [
		[
			segment(`${severity.padEnd(7)} `, severityRoles[severity]),
			segment(rule, 'title'),
			segment(position === null ? '' : ` #${position + 1}`, 'mark'),
			segment(isFirst ? ` ${known?.title ?? ''}` : '', 'dim'),
		],
		...indented(sanitizeLine(message), width),
		...(basis === '' ? [] : indented(basis, width, 'dim')),
	];
}

function indented(text: string, width: number, role?: string): readonly Row[] {
	const indent = ' '.repeat(8);
	return wrapText(text, Math.max(10, width - indent.length)).lines.map(
		(line): Row => [segment(`${indent}${line.text}`, role)],
	);
}
