import {checkBodyText} from '../messages/conformance/check-body-text.js';
import type {Finding} from '../messages/conformance/finding.js';
import {decode} from '../messages/decode.js';
import {knownPrices, type PriceList} from '../messages/prices.js';
import {stopDetails} from '../messages/stop-details.js';
import {isFinalUsage} from '../messages/usage-ledger.js';
import type {AttemptView, ExchangeView} from '../trace/exchange-view.js';
import {foldTrace, type TraceView} from '../trace/fold-trace.js';
import {itemsOf} from '../trace/persistent-list.js';
import type {SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {stringAt} from '../wire/json.js';
import {answeringModel} from './answering-model.js';
import {contextUse} from './context-use.js';
import {ExchangeConformance} from './exchange-conformance.js';
import {exchangeCost} from './exchange-cost.js';
import {ExchangeTimeline} from './exchange-timeline.js';
import {reportReads} from './report-reads.js';
import {reportClocks, reportGaps, reportRate, reportThinking} from './report-times.js';
import type {
	AttemptReport,
	BlockReport,
	EventCounts,
	ExchangeReport,
	FindingCounts,
	FindingReport,
	TraceReport,
	UsageReport,
} from './trace-report.js';

export type InspectOptions = {
	/** False if the times were invented, as for a body that was saved to a file. */
	readonly hasTimes?: boolean;
	/** Whether the reads are real network reads. By default they are if the times are real. */
	readonly hasReads?: boolean;
	/** What the models cost. By default, what the built-in table says. */
	readonly prices?: PriceList;
	/** The fold of the whole trace, if available. Folding a long trace takes seconds. */
	readonly view?: TraceView;
	/** The text of the first exchange's body, if it was kept. It shows what parsers hide. */
	readonly body?: string;
};

/**
 * Reports on every exchange of a trace: what arrived, when, what it cost, and which rules of the protocol it broke.
 *
 * @example
 */
export function inspectTrace(
	events: readonly TraceEvent[],
	{
		hasTimes = true,
		hasReads = hasTimes,
		view = foldTrace(events),
		body = '',
		prices = knownPrices,
	}: InspectOptions = {},
): TraceReport {
	const placed = byExchange(events);
	const exchanges = [...itemsOf(view.exchanges)].map((exchange, index) => {
		const isStream = index === 0 && exchange.sseCount > 0;
		const bodyFindings = isStream ? checkBodyText(body) : [];
		return reportExchange(
			exchange,
			placed.get(exchange.exchange) ?? [],
			{hasTimes, hasReads, prices},
			bodyFindings,
		);
	});
	return {exchanges, counts: countFindings(exchanges.flatMap(({findings}) => findings))};
}

type Placed = {readonly event: TraceEvent; readonly position: number};

function byExchange(events: readonly TraceEvent[]): ReadonlyMap<number, readonly Placed[]> {
	const placed = new Map<number, Placed[]>();
	events.forEach((event, position) => {
		const list = placed.get(event.exchange) ?? [];
		list.push({event, position});
		placed.set(event.exchange, list);
	});
	return placed;
}

function reportExchange(
	view: ExchangeView,
	placed: readonly Placed[],
	{hasTimes, hasReads, prices}: Required<Pick<InspectOptions, 'hasTimes' | 'hasReads' | 'prices'>>,
	bodyFindings: readonly Finding[],
): ExchangeReport {
	const events = placed.map(({event}) => event);
	const sse = events.filter(event => event.type === 'sse');
	const timeline = new ExchangeTimeline(view.exchange, 0);
	timeline.extend(events);
	const findings = [...conformanceOf(view, placed), ...bodyFindings].map(reportFinding);
	const fields = view.message?.fields;
	const request = view.attempts.at(-1)?.request;
	return {
		exchange: view.exchange,
		url: request?.url ?? null,
		model: answeringModel(view),
		outcome: view.end?.outcome ?? 'open',
		error: view.end?.error ?? null,
		stopReason: stringAt(fields, 'stop_reason') || null,
		stopDetails: stopDetails(fields),
		attempts: view.attempts.map(reportAttempt),
		events: countEvents(sse),
		blocks: timeline.blocks.map(
			({index, kind, deltas, length, signature, stop}): BlockReport => ({
				index,
				type: kind,
				deltas: deltas.length,
				length,
				signature,
				isClosed: stop !== null,
			}),
		),
		clocks: hasTimes ? reportClocks(view) : null,
		gaps: hasTimes ? reportGaps(timeline.content) : null,
		reads: hasReads && sse.length > 0 ? reportReads(sse, hasTimes ? view.timestamps.request : null) : null,
		rate: hasTimes ? reportRate(view) : null,
		thinking: reportThinking(view, hasTimes),
		usage: reportUsage(view),
		cost: exchangeCost(view, prices),
		context: contextUse(view),
		remarks: view.remarks.map(({text, position}) => ({text, event: position + 1})),
		findings,
		counts: countFindings(findings),
	};
}

function conformanceOf(view: ExchangeView, placed: readonly Placed[]): readonly Finding[] {
	const conformance = new ExchangeConformance();
	for (const {event, position} of placed) {
		conformance.add(event, position);
	}

	if (view.end === null) {
		conformance.finish('open', view.last);
	}

	return conformance.findings;
}

function reportFinding({rule, severity, position, message}: Finding): FindingReport {
	return {rule, severity, event: position === null ? null : position + 1, message};
}

function countFindings(findings: readonly FindingReport[]): FindingCounts {
	const count = (wanted: Finding['severity']) => findings.filter(({severity}) => severity === wanted).length;
	return {errors: count('error'), warnings: count('warning'), notes: count('note')};
}

function reportAttempt({request, response, sseCount}: AttemptView): AttemptReport {
	const headers = response?.headers ?? {};
	return {
		attempt: request.attempt,
		status: response === null || response.status === 0 ? null : response.status,
		requestId: headers['request-id'] ?? null,
		contentType: headers['content-type'] ?? null,
		events: sseCount,
	};
}

function countEvents(events: readonly SseTraceEvent[]): EventCounts {
	const counts = new Map<string, number>();
	for (const event of events) {
		const name = event.event ?? (decode(event).type || '(no name)');
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}

	return {total: events.length, byType: Object.fromEntries(counts)};
}

function reportUsage(view: ExchangeView): readonly UsageReport[] {
	return view.usage.map(entry => ({
		name: entry.name,
		value: entry.value,
		event: entry.position + 1,
		source: entry.source,
		// Counts that message_delta did not replace are final once the message has stopped.
		isFinal: isFinalUsage(entry) || view.timestamps.messageStop !== null,
	}));
}
