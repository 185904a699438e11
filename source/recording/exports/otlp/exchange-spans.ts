import {answeringModel} from '../../../analysis/answering-model.js';
import type {ExchangeReport} from '../../../analysis/trace-report.js';
import {promptTokens, usageNumber} from '../../../messages/usage-ledger.js';
import {exchangePositions} from '../../../trace/exchange-positions.js';
import type {AttemptView, ExchangeView} from '../../../trace/exchange-view.js';
import type {TraceEvent} from '../../../trace/trace-event.js';
import {isObject, type JsonObject, stringAt} from '../../../wire/json.js';
import type {WallClock} from '../../wall-clock.js';
import {contentAttributes, finishReason} from './message-content.js';
import {
	type Attributes,
	clientKind,
	errorStatus,
	type OtlpSpan,
	otlpAttributes,
	otlpId,
	unixNano,
} from './otlp-json.js';
import {spanEvents} from './span-events.js';

export type SpanSource = {
	readonly events: readonly TraceEvent[];
	readonly view: ExchangeView;
	readonly report: ExchangeReport;
	readonly clock: WallClock;
	/** What the ids are made from: the same session gives the same ids. */
	readonly session: string;
	/** Whether prompts and answers are told. */
	readonly hasContent: boolean;
	/** Whether the times of the events are real. */
	readonly hasTimes: boolean;
};

/** A span for an exchange, and below it one for each attempt, by the GenAI conventions. */
export function exchangeSpans(source: SpanSource): readonly OtlpSpan[] {
	const {view, clock, session, report, events, hasContent} = source;
	const ids = idsOf(session, view.exchange);
	const positions = exchangePositions(events, view);
	const told = spanEvents({...source, positions});
	const model = answeringModel(view);
	const start = unixNano(clock(view.timestamps.request, view.first));
	const end = unixNano(clock(view.timestamps.end ?? events[view.last]?.at ?? 0, view.last));
	return [
		{
			...ids,
			name: ['chat', model].filter(Boolean).join(' '),
			kind: clientKind,
			startTimeUnixNano: start,
			endTimeUnixNano: end,
			attributes: otlpAttributes({
				...exchangeAttributes(view, report),
				'session.id': session,
				'langfuse.observation.completion_start_time': isoOf(view.timestamps.firstContent, view, clock),
				...clockAttributes(source),
				...(hasContent ? contentAttributes(view) : {}),
			}),
			events: told.events,
			...(told.dropped === 0 ? {} : {droppedEventsCount: told.dropped}),
			status: statusOf(view),
		},
		...view.attempts.map((attempt, index) => attemptSpan(attempt, index, source, end)),
	];
}

function idsOf(session: string, exchange: number): Pick<OtlpSpan, 'traceId' | 'spanId'> {
	const words = `${session} ${exchange}`;
	return {traceId: otlpId(words, 16), spanId: otlpId(words, 8)};
}

function isoOf(at: number | null, view: ExchangeView, clock: WallClock): string | null {
	return at === null ? null : new Date(clock(at, view.first)).toISOString();
}

function exchangeAttributes(view: ExchangeView, {counts, outcome}: ExchangeReport): Attributes {
	const {message, usage, attempts, foreign, end} = view;
	const request = attempts.at(-1)?.request;
	const body: JsonObject = isObject(request?.body) ? request.body : {};
	const number = (key: string) => (typeof body[key] === 'number' ? body[key] : null);
	const stop = stringAt(message?.fields, 'stop_reason');
	return {
		'gen_ai.operation.name': 'chat',
		'gen_ai.provider.name': foreign === null ? providerOf(request?.url ?? '') : null,
		'gen_ai.request.model': stringAt(body, 'model') || null,
		'gen_ai.request.max_tokens': number('max_tokens'),
		'gen_ai.request.temperature': number('temperature'),
		'gen_ai.request.top_p': number('top_p'),
		'gen_ai.request.top_k': number('top_k'),
		'gen_ai.request.stream': typeof body.stream === 'boolean' ? body.stream : null,
		'gen_ai.response.model': stringAt(message?.fields, 'model') || null,
		'gen_ai.response.id': stringAt(message?.fields, 'id') || null,
		'gen_ai.response.finish_reasons': stop === '' ? null : [finishReason(stop)],
		'gen_ai.usage.input_tokens': usage.length === 0 ? null : promptTokens(usage),
		'gen_ai.usage.output_tokens': usageNumber(usage, 'output_tokens'),
		'gen_ai.usage.cache_read.input_tokens': usageNumber(usage, 'cache_read_input_tokens'),
		'gen_ai.usage.cache_creation.input_tokens': usageNumber(usage, 'cache_creation_input_tokens'),
		'gen_ai.usage.reasoning.output_tokens': usageNumber(usage, 'output_tokens_details.thinking_tokens'),
		'error.type': end?.error?.kind ?? null,
		...serverOf(request?.url ?? ''),
		'streamscope.exchange': view.exchange,
		'streamscope.outcome': outcome,
		'streamscope.stop_reason': stop || null,
		'streamscope.attempts': attempts.length,
		'streamscope.foreign_api': foreign,
		'streamscope.findings.errors': counts.errors,
		'streamscope.findings.warnings': counts.warnings,
		'streamscope.findings.notes': counts.notes,
	};
}

/** Whose API it is, in the conventions' words. */
function providerOf(url: string): string {
	return url.includes('.amazonaws.com')
		? 'aws.bedrock'
		: url.includes('googleapis.com')
			? 'gcp.vertex_ai'
			: 'anthropic';
}

function serverOf(url: string): Attributes {
	if (!/^https?:/.test(url) || !URL.canParse(url)) {
		return {};
	}

	const {hostname, port, protocol} = new URL(url);
	return {
		'server.address': hostname,
		'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
	};
}

/** The clocks, in milliseconds, as everywhere else in streamscope. */
function clockAttributes({report, hasTimes}: SpanSource): Attributes {
	const {clocks, gaps} = report;
	if (clocks === null || !hasTimes) {
		return {'streamscope.pacing': hasTimes ? null : 'synthetic'};
	}

	return {
		'streamscope.clock.headers': clocks.headers,
		'streamscope.clock.first_event': clocks.firstEvent,
		'streamscope.clock.ttft': clocks.ttft,
		'streamscope.clock.thinking': clocks.thinking,
		'streamscope.clock.first_text': clocks.firstText,
		'streamscope.clock.last_content': clocks.lastContent,
		'streamscope.clock.total': clocks.total,
		'streamscope.gap.max': gaps?.max ?? null,
	};
}

function statusOf({end}: ExchangeView): OtlpSpan['status'] {
	return end?.outcome === 'failed' ? {code: errorStatus, message: end.error?.title ?? 'failed'} : {};
}

function attemptSpan(
	{request, response}: AttemptView,
	index: number,
	{view, clock, session}: SpanSource,
	exchangeEnd: string,
): OtlpSpan {
	const {traceId, spanId} = idsOf(session, view.exchange);
	const next = view.attempts[index + 1]?.request.at;
	const isError = (response?.status ?? 0) >= 400;
	return {
		traceId,
		spanId: otlpId(`${session} ${view.exchange} ${request.attempt}`, 8),
		parentSpanId: spanId,
		name: request.method,
		kind: clientKind,
		startTimeUnixNano: unixNano(clock(request.at, view.first)),
		endTimeUnixNano: next === undefined ? exchangeEnd : unixNano(clock(response?.at ?? next, view.first)),
		attributes: otlpAttributes({
			'http.request.method': request.method,
			'url.full': /^https?:/.test(request.url) ? request.url : null,
			...serverOf(request.url),
			'http.request.resend_count': request.attempt > 1 ? request.attempt - 1 : null,
			'http.response.status_code': response !== null && response.status > 0 ? response.status : null,
			'error.type': isError ? String(response?.status) : null,
			'streamscope.request_id': response?.headers['request-id'] ?? null,
		}),
		events: [],
		status: isError ? {code: errorStatus} : {},
	};
}
