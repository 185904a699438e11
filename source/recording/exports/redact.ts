import {decode} from '../../messages/decode.js';
import {wireWords} from '../../messages/wire-words.js';
import type {RequestEvent, SseTraceEvent, TraceError, TraceEvent} from '../../trace/trace-event.js';
import {isObject, type Json, type JsonObject, objectAt, parseJson} from '../../wire/json.js';
import type {RecordingHeader} from '../recording-format.js';
import {createJsonMask, maskText} from './mask-json.js';
import {type RedactOptions, redactJson} from './redact-json.js';

/**
 * Replaces every text of a trace by as many `x`: prompts, answers, thinking, signatures, citations, tool calls and their results, and server
 * messages. Times, known types, order, lengths, counts and reads stay, so the fold gives the same clocks and usage.
 */
export function redact(
	events: readonly TraceEvent[],
	options: RedactOptions = {ids: 'keep'},
): readonly TraceEvent[] {
	const redactSse = createSseRedaction(options);
	return events.map(event => (event.type === 'sse' ? redactSse(event) : redactEvent(event, options)));
}

/** A header without its title. Other values are kept only if streamscope could have written them. */
export function redactHeader({version, app, startedAt, mode}: RecordingHeader): RecordingHeader {
	const known = (text: string, pattern: RegExp) => (pattern.test(text) ? text : maskText(text));
	return {
		type: 'recording',
		version,
		app: known(app, /^(?:streamscope\/[\d.]+|import)$/),
		startedAt: known(startedAt, /^[\d:.TZ-]*$/),
		mode: known(mode, /^(?:live|demo|import)$/),
		title: null,
	};
}

/** Unknown fields may hold anything, so each event is rebuilt from its known fields. */
function redactEvent(event: Exclude<TraceEvent, SseTraceEvent>, options: RedactOptions): TraceEvent {
	const {type, at, exchange} = event;
	switch (type) {
		case 'request': {
			const {attempt, method, body} = event;
			return {type, at, exchange, attempt, method, url: redactUrl(event), body: redactValue(body, options)};
		}

		case 'response': {
			const {attempt, status} = event;
			const headers = Object.entries(event.headers).map(([name, value]) => [
				name,
				redactResponseHeader(name, value, options),
			]);
			return {type, at, exchange, attempt, status, headers: Object.fromEntries(headers)};
		}

		case 'body': {
			const value = parseJson(event.data);
			const data = value === undefined ? maskText(event.data) : JSON.stringify(redactValue(value, options));
			return {type, at, exchange, attempt: event.attempt, data};
		}

		case 'altered': {
			const {attempt, how, sse, late} = event;
			// What the client got is left out: it repeats what the server sent, which is masked block by block.
			return {type, at, exchange, attempt, how, sse, ...(late === undefined ? {} : {late})};
		}

		case 'end': {
			const {outcome, message} = event;
			const error = event.error && redactError(event.error, options);
			return {type, at, exchange, outcome, error, message: redactValue(message, options)};
		}
	}
}

function redactValue(value: unknown, options: RedactOptions): Json {
	// The bodies and messages of a trace were parsed from JSON.
	return redactJson((value ?? null) as Json, options);
}

/** Errors that did not come from the API use words of this program or the system. */
const ourKinds =
	/^(?:aborted|timeout|connection|connection_lost|no_credential|malformed|ended_early|unknown|E[A-Z]+)$/;

function redactError(
	{kind, title, detail, hint, status, requestId, retryAfter}: TraceError,
	options: RedactOptions,
): TraceError {
	return {
		kind: wireWords.has(kind) || ourKinds.test(kind) ? kind : maskText(kind),
		title: maskText(title),
		detail: detail && maskText(detail),
		hint: maskText(hint),
		...(status === undefined ? {} : {status}),
		...(requestId === undefined ? {} : {requestId: options.ids === 'mask' ? maskText(requestId) : requestId}),
		...(retryAfter === undefined ? {} : {retryAfter}),
	};
}

function redactUrl({url}: RequestEvent): string {
	if (!URL.canParse(url)) {
		return maskText(url);
	}

	const {protocol, host, hostname, pathname, searchParams} = new URL(url);
	const isTelling =
		hostname !== '' && !/^(api\.anthropic\.com|localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
	const beta = searchParams.get('beta') === 'true' ? '?beta=true' : '';
	const path = /^(?:\/v1)?\/messages$/.test(pathname) ? pathname : maskText(pathname);
	return `${protocol}${hostname === '' ? '' : '//'}${isTelling ? maskText(host) : host}${path}${beta}`;
}

const requestIds: ReadonlySet<string> = new Set(['request-id', 'x-request-id', 'x-amzn-requestid', 'cf-ray']);
const telling: ReadonlySet<string> = new Set(['via', 'server']);

function redactResponseHeader(name: string, value: string, options: RedactOptions): string {
	return telling.has(name) || (requestIds.has(name) && options.ids === 'mask') ? maskText(value) : value;
}

/** Tool JSON arrives in pieces that continue each other, so each block has its own mask. */
function createSseRedaction(options: RedactOptions): (event: SseTraceEvent) => SseTraceEvent {
	const blockMasks = new Map<string, (piece: string) => string>();
	return event => {
		const {
			type,
			at,
			exchange,
			attempt,
			chunk,
			event: name,
			id,
			retry,
			comment,
			unterminated,
			dataless,
		} = event;
		const block = `${exchange} ${attempt} `;
		const maskPartial = (payload: JsonObject, piece: string) => {
			const key = block + JSON.stringify(payload.index);
			const mask = blockMasks.get(key) ?? createJsonMask();
			blockMasks.set(key, mask);
			return mask(piece);
		};
		return {
			type,
			at,
			exchange,
			attempt,
			chunk,
			event: name !== null && !wireWords.has(name) ? maskText(name) : name,
			data: redactData(event, options, maskPartial),
			...(id === undefined ? {} : {id: maskText(id)}),
			...(retry === undefined ? {} : {retry}),
			...(comment === undefined ? {} : {comment: maskText(comment)}),
			...(unterminated === undefined ? {} : {unterminated}),
			...(dataless === undefined ? {} : {dataless}),
		};
	};
}

function redactData(
	event: SseTraceEvent,
	options: RedactOptions,
	maskPartial: (payload: JsonObject, piece: string) => string,
): string {
	const {data} = event;
	const {json, payload} = decode(event);
	if (!isObject(json)) {
		return json === undefined ? createJsonMask()(data) : JSON.stringify(redactJson(json, options));
	}

	const redacted = redactJson(payload, options);
	const {partial_json: piece} = objectAt(payload, 'delta');
	const whole =
		typeof piece === 'string' && isObject(redacted)
			? {...redacted, delta: {...objectAt(redacted, 'delta'), partial_json: maskPartial(payload, piece)}}
			: redacted;
	// The spaces before the last brace are the API's padding.
	const padding = /\s*(?=\}\s*$)/.exec(data)?.[0] ?? '';
	return JSON.stringify(whole).replace(/\}$/, `${padding}}`);
}
