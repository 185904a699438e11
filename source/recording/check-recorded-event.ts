import {alteredWays, type TraceError, type TraceEvent} from '../trace/trace-event.js';
import {isObject, type JsonObject} from '../wire/json.js';
import {recordedClientHeaders, recordedHeaders, recordedUrl} from '../wire/recorded-headers.js';
import {withoutTokens} from '../wire/without-tokens.js';

/** The time and place of the previous line, used for a line that lacks them. */
export type LastPlace = {
	readonly at: number;
	readonly exchange: number;
};

/** The reason why a line is unusable, in a few words. */
export type Rejected = {readonly rejected: string};

const ways: ReadonlySet<unknown> = new Set(alteredWays);
const outcomes: ReadonlySet<unknown> = new Set(['complete', 'aborted', 'failed']);

/**
 * Checks a parsed line as a trace event. A faultless line is returned unchanged, with its unknown fields. Missing optional fields are filled
 * in, and fields that no trace may hold are removed. Written by hand, because it runs a million times. `null` for lines of another type.
 */
export function checkRecordedEvent(value: JsonObject, last: LastPlace): TraceEvent | Rejected | null {
	const problem = missing(value);
	if (problem === undefined) {
		return null;
	}

	if (problem !== null) {
		return {rejected: problem};
	}

	const amended = amendments(value, last);
	// Each field was checked, and missing ones were filled in.
	return (amended === null ? value : {...value, ...amended}) as unknown as TraceEvent;
}

/** Names the required field that is missing; `null` if none is, `undefined` for other types. */
function missing(value: JsonObject): string | null | undefined {
	switch (value.type) {
		case 'sse':
		case 'body': {
			return typeof value.data === 'string' ? null : `a line of type ${value.type} without data`;
		}

		case 'end': {
			return outcomes.has(value.outcome) ? null : 'a line of type end without an outcome';
		}

		case 'request':
		case 'response': {
			return null;
		}

		case 'altered': {
			// A way of a later version is a line of a later version.
			return ways.has(value.how) && isCount(value.sse) ? null : undefined;
		}

		default: {
			return undefined;
		}
	}
}

/** The fields to change, `null` if none. Nothing is created for a faultless line, which nearly all are. */
function amendments(value: JsonObject, last: LastPlace): JsonObject | null {
	let changes: Record<string, unknown> | null = null;
	const want = (key: string, isRight: boolean, otherwise: unknown) => {
		if (!isRight) {
			changes ??= {};
			changes[key] = otherwise;
		}
	};

	want('at', Number.isFinite(value.at), last.at);
	want('exchange', isCount(value.exchange), last.exchange);
	if (value.type !== 'end') {
		want('attempt', isCount(value.attempt), 1);
	}

	switch (value.type) {
		case 'sse': {
			want('chunk', typeof value.chunk === 'number', 0);
			want('event', typeof value.event === 'string' || value.event === null, null);
			for (const [key, type] of sseExtras) {
				want(key, value[key] === undefined || typeof value[key] === type, undefined);
			}

			want('cuts', areCuts(value.cuts), undefined);
			break;
		}

		case 'altered': {
			const {of, event, data, late} = value;
			want('of', of === undefined || typeof of === 'string', undefined);
			want('event', event === undefined || event === null || typeof event === 'string', undefined);
			want('data', data === undefined || typeof data === 'string', undefined);
			want('late', late === undefined || Number.isFinite(late), undefined);
			break;
		}

		case 'request': {
			want('method', typeof value.method === 'string', 'POST');
			const url = typeof value.url === 'string' ? withoutQuery(value.url) : '';
			want('url', value.url === url, url);
			want(
				'headers',
				value.headers === undefined || areRecorded(value.headers, recordedClientHeaders),
				filled(recordedOf(value.headers, recordedClientHeaders)),
			);
			want('auth', isAuth(value.auth), undefined);
			want('body', value.body !== undefined && !hasTokens(value.body), withoutServerTokens(value.body));
			break;
		}

		case 'response': {
			want('status', typeof value.status === 'number', 0);
			want('headers', areRecorded(value.headers), recordedOf(value.headers));
			break;
		}

		case 'end': {
			want('error', isTraceError(value.error), errorOf(value.error));
			want('message', value.message !== undefined, null);
			break;
		}

		default:
	}

	return changes;
}

const sseExtras = [
	['id', 'string'],
	['retry', 'number'],
	['comment', 'string'],
	['unterminated', 'boolean'],
	['dataless', 'boolean'],
	['omitted', 'number'],
] as const;

function areCuts(cuts: unknown): boolean {
	return (
		cuts === undefined ||
		(Array.isArray(cuts) &&
			cuts.every(cut => Array.isArray(cut) && isCount(cut[0]) && Number.isFinite(cut[1]) && cut.length === 2))
	);
}

function isCount(value: unknown): boolean {
	return Number.isSafeInteger(value) && (value as number) >= 1;
}

function filled(headers: Record<string, string>): Record<string, string> | undefined {
	return Object.keys(headers).length === 0 ? undefined : headers;
}

function isAuth(auth: unknown): boolean {
	return auth === undefined || auth === 'bearer' || auth === 'x-api-key';
}

function areRecorded(headers: unknown, allow = recordedHeaders): boolean {
	const recorded = recordedOf(headers, allow);
	return isObject(headers) && Object.keys(headers).every(name => recorded[name] === headers[name]);
}

/** Another program may have recorded more than this one does, such as headers with cookies or queries with keys. */
function recordedOf(headers: unknown, allow = recordedHeaders): Record<string, string> {
	const entries = Object.entries(isObject(headers) ? headers : {});
	return allow(
		entries.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
	);
}

function withoutQuery(url: string): string {
	return /^https?:/i.test(url) ? recordedUrl(url) : url.replace(/(?!\?beta=true$)[?#].*$/s, '');
}

function hasTokens(body: unknown): boolean {
	return isObject(body) && body.mcp_servers !== undefined;
}

function withoutServerTokens(body: unknown): unknown {
	return hasTokens(body) ? JSON.parse(JSON.stringify(body, withoutTokens)) : (body ?? null);
}

function isTraceError(value: unknown): boolean {
	return (
		value === null ||
		(isObject(value) &&
			['kind', 'title', 'hint'].every(key => typeof value[key] === 'string') &&
			(typeof value.detail === 'string' || value.detail === null))
	);
}

function errorOf(value: unknown): TraceError | null {
	if (!isObject(value)) {
		return null;
	}

	const text = (key: string, otherwise: string) => (typeof value[key] === 'string' ? value[key] : otherwise);
	return {
		...value,
		kind: text('kind', 'unknown'),
		title: text('title', 'The exchange failed'),
		detail: typeof value.detail === 'string' ? value.detail : null,
		hint: text('hint', ''),
	};
}
