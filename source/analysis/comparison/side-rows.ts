import {alignRows} from '../../text/align-rows.js';
import {formatMilliseconds, formatRate, formatTokens} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {textWidth} from '../../text/text-width.js';
import {ownAt, printJson} from '../../wire/json.js';
import type {ExchangeReport} from '../trace-report.js';
import type {StreamComparison} from './compare-streams.js';
import type {ContentDifference} from './content-difference.js';

/** Rows that say where the content of two streams first differs, then a table of both. The table is at most `width` cells wide. */
export function sideRows(
	{sides: [left, right], difference}: Pick<StreamComparison, 'sides' | 'difference'>,
	width: number,
): readonly Row[] {
	const names = [left.name, right.name].map(sanitizeLine) as [string, string];
	const facts = factRows(left.exchange, right.exchange);
	const label = Math.max(...facts.map(([name]) => textWidth(name)));
	const widest = Math.max(label, Math.min(50, Math.floor((width - label - 4) / 2)));
	const [head = '', ...lines] = alignRows(
		[['', ...names.map(name => nameEnd(name, widest))], ...facts],
		widest,
	)
		.trimEnd()
		.split('\n');
	return [
		...(left.exchange.blocks.length + right.exchange.blocks.length === 0
			? [[segment('Neither stream has content.', 'warning')]]
			: differenceRows(difference, names)),
		[],
		[segment(head, 'title')],
		...lines.map((line, index): Row => {
			const [, a, b] = facts[index] ?? [];
			return [segment(line, a === b ? 'dim' : undefined)];
		}),
	];
}

/** The end of a name, because paths differ there. */
function nameEnd(name: string, width: number): string {
	return textWidth(name) <= width ? name : `…${name.slice(1 - width)}`;
}

function differenceRows(
	difference: ContentDifference | null,
	[left, right]: [string, string],
): readonly Row[] {
	if (difference === null) {
		return [[segment('The content is the same.', 'good')]];
	}

	const {block, offset} = difference;
	const where = offset === null ? `at block ${block}` : `in block ${block} at character ${offset}`;
	const side = (name: string, what: string | null, event: number | null): Row => {
		const shown =
			what === null ? 'has no such block' : offset === null ? `has a block of type ${what}` : quote(what);
		return [
			segment(`  ${name}: ${sanitizeLine(shown)}`),
			segment(event === null ? '' : `  #${event}`, 'dim'),
		];
	};
	return [
		[segment(`The content differs ${where}:`, 'warning')],
		side(left, difference.left, difference.leftEvent),
		side(right, difference.right, difference.rightEvent),
	];
}

function quote(text: string): string {
	return text === '' ? 'ends there' : JSON.stringify(text);
}

type Fact = readonly [name: string, left: string, right: string];

function factRows(left: ExchangeReport, right: ExchangeReport): readonly Fact[] {
	const row = (name: string, show: (report: ExchangeReport) => string): Fact => [
		name,
		show(left),
		show(right),
	];
	const clock = (name: string, pick: keyof NonNullable<ExchangeReport['clocks']>) =>
		row(name, ({clocks}) => milliseconds(clocks?.[pick]));
	const types = new Set([...Object.keys(left.events.byType), ...Object.keys(right.events.byType)]);
	const rules = [...new Set([...left.findings, ...right.findings].map(({rule}) => rule))];
	const usageNames = [...new Set([...left.usage, ...right.usage].map(({name}) => name))].filter(
		name => name !== 'input_tokens' && name !== 'output_tokens',
	);
	return [
		row('outcome', ({outcome}) => outcome),
		row('model', ({model}) => model ?? '–'),
		row('stop reason', ({stopReason}) => stopReason ?? '–'),
		row('blocks', ({blocks}) => blocks.map(({type}) => type).join(', ') || '–'),
		row('characters', ({blocks}) => formatTokens(blocks.reduce((sum, {length}) => sum + length, 0))),
		...[...types].map(type => row(`  ${type}`, ({events}) => formatTokens(ownAt(events.byType, type) ?? 0))),
		row('output tokens', ({usage}) => usageText(usage, 'output_tokens')),
		row('input tokens', ({usage}) => usageText(usage, 'input_tokens')),
		...usageNames.map(name => row(`  ${name}`, ({usage}) => usageText(usage, name))),
		clock('headers', 'headers'),
		clock('first event', 'firstEvent'),
		clock('TTFT', 'ttft'),
		clock('first text', 'firstText'),
		clock('last content', 'lastContent'),
		clock('total', 'total'),
		row('gaps p50', ({gaps}) => milliseconds(gaps?.p50)),
		row('gaps p90', ({gaps}) => milliseconds(gaps?.p90)),
		row('gaps max', ({gaps}) => milliseconds(gaps?.max)),
		row('reads', ({reads}) => (reads === null ? '–' : formatTokens(reads.reads))),
		row('most in one read', ({reads}) => (reads === null ? '–' : formatTokens(reads.largest))),
		row('buffered', ({reads}) => (reads === null ? '–' : reads.isBuffered ? 'yes, as by a proxy' : 'no')),
		row('rate', ({rate}) => (rate === null ? '–' : formatRate(rate.tokensPerSecond))),
		row('findings', ({findings}) => (findings.length === 0 ? 'none' : formatTokens(findings.length))),
		...rules.map(rule => row(`  ${rule}`, report => timesOf(report, rule))),
	];
}

function timesOf({findings}: ExchangeReport, rule: string): string {
	const times = findings.filter(finding => finding.rule === rule).length;
	return times === 0 ? '–' : formatTokens(times);
}

function milliseconds(ms: number | null | undefined): string {
	return ms == null ? '–' : formatMilliseconds(ms);
}

function usageText(usage: ExchangeReport['usage'], name: string): string {
	const value = usage.find(entry => entry.name === name)?.value;
	return value === undefined || value === null
		? '–'
		: typeof value === 'number'
			? formatTokens(value)
			: printJson(value);
}
