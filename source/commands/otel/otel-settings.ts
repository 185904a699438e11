import type {Attributes} from '../../recording/exports/otlp/otlp-json.js';
import {version} from '../version.js';

/** Where spans go, by OpenTelemetry's own variables. https://opentelemetry.io/docs/specs/otel/protocol/exporter/ */
export type OtelSettings = {
	readonly traces: string;
	readonly metrics: string;
	readonly headers: {
		readonly traces: Readonly<Record<string, string>>;
		readonly metrics: Readonly<Record<string, string>>;
	};
	/** In milliseconds. */
	readonly timeout: number;
};

/** Less than the 10 seconds of the specification: a command waits for it before it ends. */
const usualTimeout = 3000;

/** The settings in the environment; `null` if it names no collector, or switches OpenTelemetry off. */
export function otelSettings(env: NodeJS.ProcessEnv): OtelSettings | null {
	const base = env.OTEL_EXPORTER_OTLP_ENDPOINT ?? '';
	const traces = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || withPath(base, 'v1/traces');
	const metrics = env.OTEL_EXPORTER_OTLP_METRICS_ENDPOINT || withPath(base, 'v1/metrics');
	if (traces === '' || env.OTEL_SDK_DISABLED?.trim().toLowerCase() === 'true') {
		return null;
	}

	const headers = headersIn(env.OTEL_EXPORTER_OTLP_HEADERS ?? '');
	return {
		traces,
		metrics,
		headers: {
			traces: {...headers, ...headersIn(env.OTEL_EXPORTER_OTLP_TRACES_HEADERS ?? '')},
			metrics: {...headers, ...headersIn(env.OTEL_EXPORTER_OTLP_METRICS_HEADERS ?? '')},
		},
		timeout: Number(env.OTEL_EXPORTER_OTLP_TIMEOUT) || usualTimeout,
	};
}

/** What the spans say about the program: its name and version, and what the environment adds. */
export function otelResource(env: NodeJS.ProcessEnv): Attributes {
	const {'service.name': named, ...others} = pairsIn(env.OTEL_RESOURCE_ATTRIBUTES ?? '');
	return {
		'service.name': env.OTEL_SERVICE_NAME || named || 'streamscope',
		'service.version': version,
		...others,
	};
}

function withPath(base: string, path: string): string {
	return base === '' ? '' : `${base.replace(/\/+$/, '')}/${path}`;
}

/** Names of headers are written as they come; a name that no header can have is left out. */
function headersIn(text: string): Readonly<Record<string, string>> {
	return Object.fromEntries(
		Object.entries(pairsIn(text)).filter(([name]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name)),
	);
}

/** `name=value,name=value`, with percent escapes in the values. */
function pairsIn(text: string): Readonly<Record<string, string>> {
	const pairs = text.split(',').map(pair => /^\s*([^=]+?)\s*=\s*(.*?)\s*$/.exec(pair));
	return Object.fromEntries(
		pairs.flatMap(match => (match === null ? [] : [[match[1] ?? '', unescaped(match[2] ?? '')]])),
	);
}

function unescaped(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}
