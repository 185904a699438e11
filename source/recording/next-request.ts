import {isObject, type JsonObject} from '../wire/json.js';
import type {Recording} from './recording.js';

/**
 * What a recording tells of the request that comes next. `body` holds what it asks for besides its messages: of the last request or the last
 * line of settings, whichever is later; `null` where there is none. The conversation goes back to the exchange `since`; `null` where it was
 * never cleared, or by a program that did not say so.
 */
export type NextRequest = {
	readonly body: JsonObject | null;
	readonly since: number | null;
};

export function nextRequest({events, others}: Pick<Recording, 'events' | 'others'>): NextRequest {
	const settings = others.findLast(({line}) => line.type === 'settings');
	const asked = events.findLastIndex(({type}) => type === 'request');
	const request = events[asked];
	const body =
		settings !== undefined && settings.before > asked
			? settings.line.body
			: request?.type === 'request'
				? request.body
				: null;
	const cleared = others.findLast(({line}) => line.type === 'clear');
	return {
		body: isObject(body) ? body : null,
		since: cleared === undefined ? null : (events[cleared.before - 1]?.exchange ?? 0) + 1,
	};
}
