import {isObject, type JsonObject} from '../protocol/json.js';
import {textOf} from '../protocol/message-snapshot.js';
import type {ExchangeView} from '../trace/exchange-view.js';

/** The messages that an exchange's request carried, or none where its body is not known. */
export function messagesOf(view: ExchangeView): readonly JsonObject[] {
	const body = view.attempts.at(-1)?.request.body;
	const messages = isObject(body) ? body.messages : undefined;
	return Array.isArray(messages) ? messages.filter(isObject) : [];
}

/** What the user said in an exchange. */
export function promptOf(view: ExchangeView): string {
	return textOf(messagesOf(view).at(-1)?.content);
}
