import {stringAt} from '../wire/json.js';
import type {WireEvent} from './decode.js';
import {dialectOf, isMessagesType} from './dialect.js';

/** A path at which the Messages API answers, also behind the prefix of a gateway. */
const messagesPath = /\/messages\/?(?:\?|$)/;

/** Whether a request may be one for a message. Captures that do not know the address keep none. */
export function asksForMessage(method: string, url: string): boolean {
	return !/^https?:/.test(url) || (method === 'POST' && messagesPath.test(url));
}

/** The phrase for an API that is not known. */
export const unknownApi = 'another API';

/** How many of the first events of an answer show whose API it is. */
export const foreignWithin = 8;

/** Whether requests to an address go to the Messages API, as far as its path tells; an address that a capture does not tell counts. */
export function isMessagesUrl(url: string): boolean {
	return !/^https?:/.test(url) || messagesPath.test(url);
}

type Decoded = Pick<WireEvent, 'kind' | 'type' | 'payload'>;

/**
 * The other API that an event belongs to, as a phrase: `OpenAI's Chat Completions format`. `null` for an event of the Messages API, and for one
 * that says nothing about it. Whatever answers at the address of the Messages API has to speak it, so there every event is judged.
 */
export function foreignApi(url: string, event: Decoded): string | null {
	if (
		event.kind !== 'unknown' ||
		isMessagesType(event.type ?? '') ||
		(/^https?:/.test(url) && messagesPath.test(url))
	) {
		return null;
	}

	return dialectOf(event.payload) ?? (isMessagesUrl(url) ? null : unknownApi);
}

/** A name for an event of another API that sends none: what its data says it is. `null` if that is not known. */
export function foreignName({kind, payload}: Decoded): string | null {
	if (kind !== 'unknown' || dialectOf(payload) === null) {
		return null;
	}

	const named = stringAt(payload, 'object') || stringAt(payload, 'event_type') || stringAt(payload, 'method');
	return named || (payload.done === true ? 'done' : 'chunk');
}
