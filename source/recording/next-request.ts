import type {TraceEvent} from '../trace/trace-event.js';
import {isObject, type JsonObject} from '../wire/json.js';
import type {Recording} from './recording.js';

/**
 * What a recording says about the next request. `body` is a request's body without its messages: from the last request or the last line of
 * settings, whichever is later; `null` if there is neither. The conversation starts at the exchange `since`; `null` if no line says that it
 * was cleared.
 */
export type NextRequest = {
	readonly body: JsonObject | null;
	/** What the header `anthropic-beta` named. */
	readonly betas: readonly string[];
	readonly since: number | null;
};

export function nextRequest({events, others}: Pick<Recording, 'events' | 'others'>): NextRequest {
	const settings = others.findLast(({line}) => line.type === 'settings');
	const asked = events.findLastIndex(({type}) => type === 'request');
	const request = events[asked];
	const line = settings !== undefined && settings.before > asked ? settings.line : null;
	const body = line === null ? (request?.type === 'request' ? request.body : null) : line.body;
	const cleared = others.findLast(({line}) => line.type === 'clear');
	return {
		body: isObject(body) ? body : null,
		betas: line === null ? betasOf(request) : Array.isArray(line.betas) ? line.betas.filter(isText) : [],
		since: cleared === undefined ? null : (events[cleared.before - 1]?.exchange ?? 0) + 1,
	};
}

/** The betas that a request turned on. */
function betasOf(event: TraceEvent | undefined): readonly string[] {
	const names = event?.type === 'request' ? (event.headers?.['anthropic-beta'] ?? '') : '';
	return names
		.split(',')
		.map(name => name.trim())
		.filter(name => name !== '');
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}
