import {textOf} from '../messages/message-snapshot.js';
import {formatBytes} from '../text/format-numbers.js';
import {sanitizeLine} from '../text/sanitize.js';
import type {SseTraceEvent, TraceEvent} from '../trace/trace-event.js';
import {isObject, type JsonObject, objectAt, parseJson, printJson, stringAt} from '../wire/json.js';

/**
 * An event in one row: a sign and a style by its kind, its name, the index of its block, and what it brings. Everything is sanitised.
 * `kind` is what the filter and "next of this type" go by.
 */
export type EventSummary = {
	readonly kind: string;
	readonly sign: string;
	readonly role: string;
	readonly name: string;
	readonly block: number | null;
	readonly detail: string;
};

const summaries = new WeakMap<TraceEvent, EventSummary>();

/** The summary of an event; made once for each. */
export function summarize(event: TraceEvent): EventSummary {
	const known = summaries.get(event);
	if (known !== undefined) {
		return known;
	}

	const summary = describe(event);
	summaries.set(event, summary);
	return summary;
}

/** True for an event of one of the kinds, among which may be those of deltas, such as `text_delta`. */
export function isOfKind(event: TraceEvent | undefined, kinds: ReadonlySet<string>): boolean {
	if (event === undefined) {
		return false;
	}

	const {kind, role} = summarize(event);
	return kinds.has(kind) || (kind === 'content_block_delta' && kinds.has(role));
}

function plain(kind: string, sign: string, detail: string, role = kind): EventSummary {
	return {kind, sign, role, name: kind, block: null, detail: sanitizeLine(detail)};
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
	return `${path} ${stringAt(body, 'model')}${messages > 0 ? ` · ${messages} messages` : ''}`;
}

const signs: Readonly<Record<string, string>> = {
	message_start: '●',
	content_block_start: '┌',
	content_block_delta: '│',
	content_block_stop: '└',
	message_delta: '◆',
	message_stop: '■',
	ping: '·',
	error: '✗',
};

function describeSse(event: SseTraceEvent): EventSummary {
	const parsed = parseJson(event.data);
	const payload = isObject(parsed) ? parsed : {};
	const kind = event.event ?? (stringAt(payload, 'type') || 'unnamed');
	const deltaType = stringAt(objectAt(payload, 'delta'), 'type');
	const sign = signs[kind];
	const role = kind === 'content_block_delta' ? deltaType : kind;
	const notes = [
		event.event === null ? '(no event name)' : '',
		parsed === undefined && event.data !== '' ? '(no JSON)' : '',
		event.unterminated ? '(cut off)' : '',
	].filter(note => note !== '');
	return {
		kind,
		sign: sign ?? '?',
		role: sign === undefined || notes.length > 0 ? 'unknown' : role,
		name: sanitizeLine(kind),
		block: typeof payload.index === 'number' ? payload.index : null,
		detail: sanitizeLine(
			[...notes, parsed === undefined ? event.data.slice(0, 300) : sseDetail(kind, payload, event.data)].join(
				' ',
			),
		),
	};
}

function sseDetail(kind: string, payload: JsonObject, data: string): string {
	switch (kind) {
		case 'message_start': {
			const message = objectAt(payload, 'message');
			return `${usageDetail(objectAt(message, 'usage'))} ${stringAt(message, 'model')}`;
		}

		case 'content_block_start': {
			return blockDetail(objectAt(payload, 'content_block'));
		}

		case 'content_block_delta': {
			return deltaDetail(objectAt(payload, 'delta'));
		}

		case 'message_delta': {
			const stop = stringAt(objectAt(payload, 'delta'), 'stop_reason');
			return `${stop} ${usageDetail(objectAt(payload, 'usage'))}`;
		}

		case 'error': {
			const error = objectAt(payload, 'error');
			return `${stringAt(error, 'type')} ${stringAt(error, 'message')}`;
		}

		case 'content_block_stop':
		case 'message_stop':
		case 'ping': {
			return '';
		}

		default: {
			return data.slice(0, 300);
		}
	}
}

function usageDetail(usage: JsonObject): string {
	const {input_tokens: input, output_tokens: output} = usage;
	return [typeof input === 'number' ? `in ${input}` : '', typeof output === 'number' ? `out ${output}` : '']
		.filter(part => part !== '')
		.join(' ');
}

function blockDetail(block: JsonObject): string {
	const {name} = block;
	const content = textOf(block.content);
	const rest = typeof name === 'string' ? name : content || stringAt(block, 'text');
	return `${stringAt(block, 'type')} ${rest.slice(0, 200)}`.trim();
}

const deltaFields: Readonly<Record<string, string>> = {
	text_delta: 'text',
	thinking_delta: 'thinking',
	input_json_delta: 'partial_json',
	signature_delta: 'signature',
};

function deltaDetail(delta: JsonObject): string {
	const type = stringAt(delta, 'type');
	const field = deltaFields[type];
	if (field === undefined) {
		const {type: _, ...rest} = delta;
		return `${type} ${printJson(rest).slice(0, 300)}`;
	}

	const value = JSON.stringify(stringAt(delta, field).slice(0, 300));
	return type === 'text_delta' ? value : `${type.replace('_delta', '').replace('input_', '')} ${value}`;
}
