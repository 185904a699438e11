import {checkBodyText} from '../messages/conformance/check-body-text.js';
import type {Finding} from '../messages/conformance/finding.js';
import {decode} from '../messages/decode.js';
import {stopDetails} from '../messages/stop-details.js';
import {isFinalUsage} from '../messages/usage-ledger.js';
import type {AttemptView, ExchangeView} from '../trace/exchange-view.js';
import {foldIntoExchange} from '../trace/fold-trace.js';
import type {TraceEvent} from '../trace/trace-event.js';
import {stringAt} from '../wire/json.js';
import {answeringModel} from './answering-model.js';
import {clocksOf, outerClocksOf} from './clocks.js';
import {contextUse} from './context-use.js';
import {ExchangeConformance} from './exchange-conformance.js';
import {exchangeCost} from './exchange-cost.js';
import {ExchangeTimeline} from './exchange-timeline.js';
import type {InspectOptions} from './inspect-options.js';
import {ReadCounter} from './read-counter.js';
import {reportClocks, reportGaps, reportRate, reportThinking} from './report-times.js';
import type {
	AlteredReport,
	AttemptReport,
	BlockReport,
	ExchangeReport,
	FindingCounts,
	FindingReport,
	UsageReport,
} from './trace-report.js';

/** Inspects one exchange as its events come. It keeps what they amount to, not the events. */
export class ExchangeInspector {
	#view: ExchangeView | null = null;
	readonly #timeline: ExchangeTimeline;
	readonly #conformance = new ExchangeConformance();
	readonly #reads = new ReadCounter();
	readonly #names = new Map<string, number>();

	#total = 0;

	constructor(exchange: number) {
		this.#timeline = new ExchangeTimeline(exchange, 0);
	}

	/** What the events so far amount to. */
	get view(): ExchangeView | null {
		return this.#view;
	}

	/** Takes the exchange's next event. `position` is its position in the trace. */
	add(event: TraceEvent, position: number): void {
		this.#view = foldIntoExchange(this.#view, event, position);
		this.#timeline.add(event);
		this.#conformance.add(event, position);
		if (event.type === 'sse') {
			this.#total++;
			this.#reads.add(event);
			const name = event.event ?? (decode(event).type || '(no name)');
			this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
		}
	}

	/** Reports on the exchange, which has at least one event. No more events may follow. */
	report({hasTimes, hasOuterTimes, hasReads, prices, body}: Required<InspectOptions>): ExchangeReport {
		const view = this.#view;
		if (view === null) {
			throw new Error('There is no event to report on.');
		}

		const findings = [...this.#findings(view), ...(view.sseCount > 0 ? checkBodyText(body) : [])].map(
			reportFinding,
		);
		const fields = view.message?.fields;
		const request = view.attempts.at(-1)?.request;
		return {
			exchange: view.exchange,
			url: request?.url ?? null,
			model: answeringModel(view),
			foreign: view.foreign,
			outcome: view.end?.outcome ?? 'open',
			error: view.end?.error ?? null,
			stopReason: stringAt(fields, 'stop_reason') || null,
			stopDetails: stopDetails(fields),
			attempts: view.attempts.map(reportAttempt),
			events: {total: this.#total, byType: Object.fromEntries(this.#names)},
			blocks: this.#timeline.blocks.map(
				({index, kind, deltas, length, signature, stop}): BlockReport => ({
					index,
					type: kind,
					deltas: deltas.length,
					length,
					signature,
					isClosed: stop !== null,
				}),
			),
			clocks: hasTimes
				? reportClocks(clocksOf(view))
				: hasOuterTimes
					? reportClocks(outerClocksOf(view))
					: null,
			gaps: hasTimes ? reportGaps(this.#timeline.content) : null,
			reads: hasReads ? this.#reads.report(hasTimes ? view.timestamps.request : null) : null,
			rate: hasTimes ? reportRate(view) : null,
			thinking: reportThinking(view, hasTimes),
			usage: reportUsage(view),
			cost: exchangeCost(view, prices),
			context: contextUse(view),
			remarks: view.remarks.map(({text, position}) => ({text, event: position + 1})),
			altered: reportAltered(view),
			findings,
			counts: countFindings(findings),
		};
	}

	#findings({end, last}: ExchangeView): readonly Finding[] {
		if (end === null) {
			this.#conformance.finish('open', last);
		}

		return this.#conformance.findings;
	}
}

function reportAltered({altered: {counts, heldFor}}: ExchangeView): AlteredReport | null {
	return Object.keys(counts).length === 0 ? null : {counts, heldFor};
}

function reportFinding({rule, severity, position, message}: Finding): FindingReport {
	return {rule, severity, event: position === null ? null : position + 1, message};
}

/** How many findings there are of each severity. */
export function countFindings(findings: readonly FindingReport[]): FindingCounts {
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
