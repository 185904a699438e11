import {alteredWords} from '../../analysis/altered-words.js';
import {contextWords} from '../../analysis/context-use.js';
import {costRule} from '../../analysis/exchange-cost.js';
import {statisticsRows} from '../../analysis/statistics/statistics-rows.js';
import {thinkingWords} from '../../analysis/thinking.js';
import type {
	BlockReport,
	ExchangeReport,
	GapReport,
	ReadReport,
	UsageReport,
} from '../../analysis/trace-report.js';
import type {WatchdogReport} from '../../analysis/watchdog.js';
import {stopDetailsText} from '../../messages/stop-details.js';
import {stopReason as stopReasonOf} from '../../messages/stop-reasons.js';
import {histogram} from '../../text/drawings/histogram.js';
import {
	formatCount,
	formatDollars,
	formatMilliseconds,
	formatRate,
	formatTokens,
} from '../../text/format-numbers.js';
import {sanitizeLine} from '../../text/sanitize.js';
import {type Row, segment} from '../../text/segment.js';
import {wrapText} from '../../text/wrap-text.js';
import {findingRows} from './finding-rows.js';
import type {SdkReport} from './sdk-report.js';
import type {InspectedExchange} from './trace-inspection.js';

const labelWidth = 10;
const indent = 2 + labelWidth + 1;

type ShownExchange = ExchangeReport &
	Pick<InspectedExchange, 'sdk'> &
	Partial<Pick<InspectedExchange, 'watchdogs' | 'statistics'>>;

/** Everything about one exchange, with a label to the left of each part. */
export function exchangeRows(report: ShownExchange, width: number, file = ''): readonly Row[] {
	const {exchange, model, outcome, stopReason, stopDetails, events, error, rate, clocks} = report;
	const thinking = thinkingWords(report.thinking);
	const said = (label: string, text: string, role?: string) => labelled(label, proseRows(text, width, role));
	const state = outcome === 'complete' && stopReason !== null ? stopReasonOf(stopReason).state : null;
	const facts = [model, state === null ? outcome : null, stopReason].filter(fact => fact !== null);
	return [
		[
			segment(`Exchange ${exchange}`, 'title'),
			segment(` · ${facts.map(sanitizeLine).join(' · ')}`),
			...(state === null ? [] : [segment(` · ■ ${sanitizeLine(state)}`, 'warning')]),
		],
		...(error === null ? [] : said('error', errorText(error), 'bad')),
		...(stopDetails === null ? [] : said('declined', stopDetailsText(stopDetails), 'warning')),
		...labelled('attempts', attemptRows(report)),
		...said('events', [`${formatTokens(events.total)} in total`, ...eventParts(report)].join(' · ')),
		...labelled('blocks', report.blocks.map(blockRow)),
		...(clocks === null ? [] : said('clocks', clockText(clocks))),
		...labelled('gaps', gapRows(report.gaps, width)),
		...(report.reads === null ? [] : said('reads', ...readText(report.reads, events.total))),
		...(rate === null
			? []
			: said('rate', `${rate.isEstimate ? '~' : ''}${formatRate(rate.tokensPerSecond)} = ${rate.rule}`)),
		...(thinking === null ? [] : said('thinking', thinking)),
		...labelled('usage', usageRows(report.usage)),
		...costRows(report, width),
		...(report.context === null ? [] : said('context', contextWords(report.context))),
		...labelled(
			'remarks',
			report.remarks.flatMap(({text, event}) => proseRows(`${text} (#${event})`, width)),
		),
		...(report.altered === null ? [] : said('altered', alteredWords(report.altered), 'warning')),
		...(report.sdk === null ? [] : said('SDK', ...sdkText(report.sdk, outcome === 'open'))),
		...(report.watchdogs ?? []).flatMap(watchdog =>
			said('watchdog', watchdogText(watchdog), watchdog.killedAt === null ? undefined : 'bad'),
		),
		...labelled(
			'statistics',
			report.statistics === undefined ? [] : statisticsRows(report.statistics, width - indent),
		),
		...(report.foreign === null || report.findings.length > 0
			? labelled('findings', findingRows(report.findings, width - indent, file))
			: said('findings', `not judged: ${report.foreign}, not the Messages API`, 'dim')),
	];
}

/** Advice about the chat or the player does not apply here. */
const advice = /event log|\/retry|as thrown/;

function errorText({title, detail, kind, hint}: NonNullable<ExchangeReport['error']>): string {
	const sentences = hint.split(/(?<=\.) /).filter(sentence => !advice.test(sentence));
	return [`${title}: ${detail ?? kind}`, ...sentences].join(' · ');
}

function labelled(label: string, rows: readonly Row[]): readonly Row[] {
	return rows.map(
		(row, index): Row => [segment(`  ${(index === 0 ? label : '').padEnd(labelWidth)} `, 'dim'), ...row],
	);
}

function proseRows(text: string, width: number, role?: string): readonly Row[] {
	return wrapText(sanitizeLine(text), Math.max(20, width - indent)).lines.map(
		(line): Row => [segment(line.text, role)],
	);
}

function attemptRows({attempts}: ExchangeReport): readonly Row[] {
	return attempts.map(({attempt, status, requestId, contentType}): Row => {
		const facts = [status === null ? 'no status' : `status ${status}`, contentType, requestId];
		return [
			segment(
				`${attempt}: ${facts
					.filter(fact => fact !== null)
					.map(sanitizeLine)
					.join(' · ')}`,
			),
		];
	});
}

function eventParts({events}: ExchangeReport): readonly string[] {
	return Object.entries(events.byType).map(([name, count]) => `${name} ${formatTokens(count)}`);
}

function blockRow({index, type, deltas, length, signature, isClosed}: BlockReport): Row {
	const noun = deltas === 1 ? 'delta' : 'deltas';
	const brought =
		deltas === 0 && length === 0
			? 'no deltas'
			: `${formatTokens(deltas)} ${noun}, ${formatTokens(length)} characters`;
	const seal = signature === 0 ? '' : `, signature ${formatTokens(signature)}`;
	return [segment(`[${index}] ${sanitizeLine(type)}: ${brought}${seal}${isClosed ? '' : ', never closed'}`)];
}

function clockText(clocks: NonNullable<ExchangeReport['clocks']>): string {
	const named = [
		['headers', clocks.headers],
		['first event', clocks.firstEvent],
		['TTFT', clocks.ttft],
		...(clocks.thinking === null ? [] : [['thinking', clocks.thinking] as const]),
		['first text', clocks.firstText],
		['last content', clocks.lastContent],
		['total', clocks.total],
	] as const;
	return named.map(([name, ms]) => `${name} ${ms === null ? '–' : formatMilliseconds(ms)}`).join(' · ');
}

function gapRows(gaps: GapReport | null, width: number): readonly Row[] {
	if (gaps === null) {
		return [];
	}

	const {count, p50, p90, p99, max} = gaps;
	const named = Object.entries({p50, p90, p99, max}).map(([name, ms]) => `${name} ${formatMilliseconds(ms)}`);
	return [
		[segment(`${named.join(' · ')} · ${formatTokens(count)} between content deltas`)],
		...histogram({bins: gaps.histogram, width: Math.min(60, width - indent)}),
	];
}

function readText(
	{reads, largest, shared, isBuffered}: ReadReport,
	events: number,
): [text: string, role?: string] {
	const counted = `${formatTokens(events)} events in ${formatTokens(reads)} ${reads === 1 ? 'read' : 'reads'} · ${formatTokens(shared)} shared a read · at most ${formatTokens(largest)} in one`;
	return isBuffered ? [`${counted} · delayed, as by a buffering proxy`, 'warning'] : [counted];
}

function watchdogText({sign, limit, longest, killedAt}: WatchdogReport): string {
	const rule = `${sign} ${formatMilliseconds(limit)}`;
	const end = killedAt === null ? 'the stream survives' : `gives up at ${formatMilliseconds(killedAt)}`;
	return `${rule}: ${end}; the longest silence is ${formatMilliseconds(longest)}`;
}

function usageRows(usage: readonly UsageReport[]): readonly Row[] {
	const nameWidth = usage.reduce((most, {name}) => Math.max(most, name.length), 0);
	return usage.map(({name, value, event, source, isFinal}): Row => {
		const shown = typeof value === 'number' ? formatCount(value) : sanitizeLine(String(value));
		return [
			segment(`${sanitizeLine(name).padEnd(nameWidth)}  ${shown.padStart(9)}`),
			segment(`  #${event} ${source}${isFinal ? '' : ', provisional'}`, 'dim'),
		];
	});
}

function costRows({cost}: ExchangeReport, width: number): readonly Row[] {
	if (cost === null) {
		return [];
	}

	const rules = cost.parts.map(({rule}) => rule).join(' + ');
	const sign = cost.isFinal ? '' : '~';
	return labelled('cost', proseRows(`${sign}${formatDollars(cost.dollars)} = ${rules} · ${costRule}`, width));
}

function sdkText(
	{outcome, error, yielded, dropped, thrownAt, isSameMessage}: SdkReport,
	isOpen: boolean,
): [text: string, role?: string] {
	const events = `${formatTokens(yielded)} events yielded, ${formatTokens(dropped)} dropped`;
	if (outcome === 'complete' && isSameMessage === null) {
		return ['nothing to compare: there is no stream and no message'];
	}

	if (outcome === 'complete') {
		return isSameMessage
			? [`accepts it: ${events}; finalMessage() equals what the events build`, 'good']
			: [`accepts it: ${events}; finalMessage() differs from what the events build`, 'warning'];
	}

	const where = thrownAt === null ? '' : ` at #${thrownAt}`;
	return outcome === 'aborted'
		? [`${events}, then ${isOpen ? 'the recording ends' : 'it was interrupted'}`]
		: [`throws${where}: ${error?.title ?? 'an error'}: ${error?.detail ?? ''} · ${events} before`, 'bad'];
}
