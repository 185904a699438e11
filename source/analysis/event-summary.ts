import {decode, type WireEvent} from '../messages/decode.js';
import {foreignName} from '../messages/foreign-api.js';
import {eventVocabulary, unknownEvent} from '../messages/vocabulary/events.js';
import {formatBytes, formatMilliseconds, formatTokens} from '../text/format-numbers.js';
import {sanitizeLine} from '../text/sanitize.js';
import {faultOf, fenced} from '../trace/fence.js';
import type {SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {isObject, nestingOf, printJson, stringAt} from '../wire/json.js';

/**
 * An event in one row: a sign and a style for its kind, its name, the index of its block, and its content. Everything is sanitised. Filters and
 * "next of this type" use `kind`, and for deltas `deltaType`. `shortName` suits a narrow log.
 */
export type EventSummary = {
	readonly kind: string;
	readonly sign: string;
	readonly role: string;
	readonly deltaType: string | null;
	/** The short name of the delta's type. */
	readonly shortDelta: string | null;
	readonly name: string;
	readonly shortName: string;
	readonly block: number | null;
	readonly detail: string;
};

const summaries = new WeakMap<TraceEvent, EventSummary>();

/** The summary of an event, computed once. If this program failed on the event, it says so and shows the event's data. */
export function summarize(event: TraceEvent): EventSummary {
	const known = summaries.get(event);
	const fault = faultOf(event);
	if (known !== undefined && fault === null) {
		return known;
	}

	const unreadable = () => describeUnreadable(event, faultOf(event) ?? '');
	const summary = fault === null ? fenced(event, () => describe(event), unreadable) : unreadable();
	summaries.set(event, summary);
	return summary;
}

function describeUnreadable(event: TraceEvent, reason: string): EventSummary {
	const kind = event.type === 'sse' ? (event.event ?? 'unnamed') : event.type;
	const raw = event.type === 'sse' || event.type === 'body' ? event.data.slice(0, 300) : '';
	return plain(kind, unknownEvent.sign, `could not be read: ${reason} ${raw}`, unknownEvent.role);
}

/** True for an event of one of the kinds, which may include delta types such as `text_delta`. */
export function isOfKind(event: TraceEvent | undefined, kinds: ReadonlySet<string>): boolean {
	if (event === undefined) {
		return false;
	}

	const {kind, deltaType} = summarize(event);
	return kinds.has(kind) || (deltaType !== null && kinds.has(deltaType));
}

function plain(kind: string, sign: string, detail: string, role = kind): EventSummary {
	const name = sanitizeLine(kind);
	return {
		kind,
		sign,
		role,
		deltaType: null,
		shortDelta: null,
		name,
		shortName: name,
		block: null,
		detail: sanitizeLine(detail),
	};
}

function describe(event: TraceEvent): EventSummary {
	switch (event.type) {
		case 'request': {
			const retry = event.attempt > 1 ? `attempt ${event.attempt} · ` : '';
			return plain('request', '→', `${retry}${event.method} ${requestDetail(event.url, event.body)}`);
		}

		case 'response': {
			const id = event.headers['request-id'] ?? event.headers['content-type'] ?? '';
			const status = event.status === 0 ? 'status not known' : event.status;
			return plain('response', '←', `${status} ${id}`.trim(), event.status < 400 ? 'response' : 'error');
		}

		case 'body': {
			return plain('body', '▪', `${formatBytes(event.data.length)} ${event.data.slice(0, 300)}`);
		}

		case 'altered': {
			const {how, sse, of = `event ${sse}`, event: name, data = '', late} = event;
			const waited = late === undefined ? '' : ` after ${formatMilliseconds(late)}`;
			const got =
				data === '' ? '' : `: ${name === undefined || name === null ? '' : `${name} `}${data.slice(0, 300)}`;
			const what = how === 'injected' ? `injected beside ${of}` : `${of} ${how}`;
			return plain('altered', '≠', `${what}${waited}${got}`, 'warning');
		}

		case 'end': {
			const detail = event.error === null ? event.outcome : `${event.outcome} · ${event.error.title}`;
			return plain('end', '═', detail, event.outcome === 'failed' ? 'error' : 'end');
		}

		case 'sse': {
			return describeSse(event);
		}

		default: {
			return plain(String((event as {type: unknown}).type), '?', printJson(event), 'unknown');
		}
	}
}

function requestDetail(url: string, body: unknown): string {
	const path = url.replace(/^[a-z]+:\/\/[^/]*/, '');
	const messages = isObject(body) && Array.isArray(body.messages) ? body.messages.length : 0;
	const count = messages === 1 ? '1 message' : `${messages} messages`;
	return `${path} ${stringAt(body, 'model')}${messages > 0 ? ` · ${count}` : ''}`;
}

/** The event's name counts, as it does for the SDK. If its data says something else, the row is that of an unknown event. */
function describeSse(event: SseTraceEvent): EventSummary {
	const decoded = decode(event);
	const {payload, json} = decoded;
	const foreign = event.event === null && !decoded.type ? foreignName(decoded) : null;
	const kind = event.event ?? (decoded.type || foreign || 'unnamed');
	const {sign, role, shortName} = eventVocabulary(kind) ?? {...unknownEvent, shortName: kind};
	const words = kind === decoded.kind ? wordsOf(decoded) : {sign, role, detail: ''};
	const notes = [
		event.event === null && foreign === null && decoded.kind !== 'done' ? '(no event name)' : '',
		json === undefined && event.data !== '' && decoded.kind !== 'done' ? '(not JSON)' : '',
		event.unterminated ? '(cut off)' : '',
		event.omitted === undefined ? '' : omittedWords(event.data.length, event.omitted),
		nestedWords(event.data),
		decoded.kind === 'unreadable' ? `could not be read: ${decoded.reason}` : '',
	].filter(note => note !== '');
	const size = foreign === null ? [] : [formatBytes(event.data.length)];
	const raw = json === undefined || kind !== decoded.kind;
	return {
		kind,
		sign: words.sign,
		role: notes.length > 0 ? unknownEvent.role : words.role,
		deltaType: decoded.kind === 'content_block_delta' ? decoded.deltaType : null,
		shortDelta: decoded.kind === 'content_block_delta' ? decoded.known.shortName : null,
		name: sanitizeLine(kind),
		shortName: sanitizeLine(shortName),
		block: typeof payload.index === 'number' ? payload.index : null,
		detail: sanitizeLine([...notes, ...size, raw ? event.data.slice(0, 300) : words.detail].join(' ')),
	};
}

function omittedWords(kept: number, omitted: number): string {
	return `(too long: ${formatTokens(kept)} of ${formatTokens(kept + omitted)} characters kept)`;
}

/** What a person still follows, and a program still reads by recursion. */
const maxNesting = 500;

/** A text nested so deeply has a bracket at each end of each level. */
function nestedWords(data: string): string {
	const levels = data.length < 2 * maxNesting ? 0 : nestingOf(data);
	return levels > maxNesting ? `(nested ${formatTokens(levels)} levels deep)` : '';
}

type Words = {readonly sign: string; readonly role: string; readonly detail: string};

/** An event is described by its block or its delta if it has one. */
function wordsOf(event: WireEvent): Words {
	switch (event.kind) {
		case 'content_block_start': {
			const {known, block, blockType, vocabulary} = event;
			const role = known.track === null ? known.role : vocabulary.role;
			return {sign: known.sign, role, detail: `${blockType} ${known.detail(block).slice(0, 200)}`.trim()};
		}

		case 'content_block_delta': {
			const {sign, role, detail} = event.known;
			return {sign, role, detail: detail(event.delta)};
		}

		default: {
			const {sign, role, detail} = event.vocabulary;
			return {sign, role, detail: detail(event.payload)};
		}
	}
}
