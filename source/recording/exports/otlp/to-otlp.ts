import {inspectTrace} from '../../../analysis/inspect-trace.js';
import {isMessagesUrl, unknownApi} from '../../../messages/foreign-api.js';
import type {ExchangeView} from '../../../trace/exchange-view.js';
import {exchangeIn, foldTrace} from '../../../trace/fold-trace.js';
import {printJson} from '../../../wire/json.js';
import {withoutSecrets} from '../../../wire/without-secrets.js';
import {wallClockOf} from '../../wall-clock.js';
import type {ExportSource} from '../exported.js';
import {exchangeMetrics} from './exchange-metrics.js';
import {exchangeSpans, type SpanSource} from './exchange-spans.js';
import {type Attributes, otlpAttributes} from './otlp-json.js';

export type OtlpOptions = {
	/** What the spans belong to: the session's id or the name of the file. */
	readonly session: string;
	/** Whether prompts and answers are told. */
	readonly hasContent: boolean;
	/** About the program: `service.name` and the like. */
	readonly resource: Attributes;
	/** The wall clock, in milliseconds since 1970, for a capture that does not tell when it was made. */
	readonly now: number;
	/** Only these exchanges; without it, all. */
	readonly exchanges?: ReadonlySet<number>;
	/** Strings that must not be told, such as keys in use. */
	readonly secrets?: readonly string[];
};

/** The bodies of two requests to a collector, each a JSON text: for `/v1/traces` and for `/v1/metrics`. */
export type Otlp = {readonly traces: string; readonly metrics: string; readonly spans: number};

/** The spans and histograms of a trace, by OpenTelemetry's GenAI conventions v0.1.0. */
export function toOtlp(source: ExportSource, options: OtlpOptions): Otlp {
	const {events, pacing = 'recorded'} = source;
	const {session, hasContent, resource, now, exchanges, secrets = []} = options;
	const hasTimes = pacing === 'recorded';
	const clock = wallClockOf(source, now);
	const view = foldTrace(events);
	const sources = inspectTrace(events, {hasTimes}).exchanges.flatMap((report): readonly SpanSource[] => {
		const found = exchangeIn(view, report.exchange);
		const isWanted = exchanges?.has(report.exchange) ?? true;
		return found === null || !isWanted || !isInference(found)
			? []
			: [{events, view: found, report, clock, session, hasContent, hasTimes}];
	});
	const scope = {name: 'streamscope'};
	const about = {attributes: otlpAttributes(resource)};
	const spans = sources.flatMap(exchangeSpans);
	const metrics = exchangeMetrics(sources);
	const hidden = secrets.flatMap(secret => [secret, inJson(secret), inJson(inJson(secret))]);
	const print = (value: object) => withoutSecrets(printJson(value), hidden);
	return {
		traces: print({resourceSpans: [{resource: about, scopeSpans: [{scope, spans}]}]}),
		metrics: print({resourceMetrics: [{resource: about, scopeMetrics: [{scope, metrics}]}]}),
		spans: spans.length,
	};
}

/** Whether a model was asked. A list of models or a count of tokens is no inference. */
function isInference({message, foreign, attempts}: ExchangeView): boolean {
	const isKnown = foreign !== null && foreign !== unknownApi;
	return message !== null || isKnown || isMessagesUrl(attempts.at(-1)?.request.url ?? '');
}

/** A text as it stands in a JSON string. The content is JSON in JSON. */
function inJson(text: string): string {
	return JSON.stringify(text).slice(1, -1);
}
