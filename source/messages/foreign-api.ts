import type {WireEvent} from './decode.js';
import {dialectOf, isMessagesType} from './dialect.js';

/** A path at which the Messages API answers, also behind the prefix of a gateway. */
const messagesPath = /\/messages\/?(?:\?|$)/;

/**
 * The other API that an event belongs to, as a phrase: `OpenAI's Chat Completions format`. `null` for an event of the Messages API, and for one
 * that says nothing about it. At an address that is known not to be the Messages API's, an event of an unknown kind is another API's as well.
 */
export function foreignApi(url: string, event: Pick<WireEvent, 'kind' | 'type' | 'payload'>): string | null {
	if (event.kind !== 'unknown' || isMessagesType(event.type ?? '')) {
		return null;
	}

	return dialectOf(event.payload) ?? (/^https?:/.test(url) && !messagesPath.test(url) ? 'another API' : null);
}
