import type {RequestEvent} from '../trace/trace-event.js';
import {isSameJson} from '../wire/is-same-json.js';
import {isObject, type Json, type JsonObject} from '../wire/json.js';

// Each request of a chat holds the whole conversation so far. From version 2 of the format, the line of a request has only those messages that
// an earlier line does not have, so that a recording grows with the conversation and not with its square.

/** The first version in which the line of a request may refer to another. */
export const sharingVersion = 2;

/** How many requests a line may refer back to. More than one, because several conversations may be recorded in turns. */
const maxRemembered = 8;

/**
 * The field `continues` of a request's line: the conversation begins with the first messages of an earlier request in the same file, and
 * continues with those in the body.
 */
export type Continues = {
	readonly exchange: number;
	readonly attempt: number;
	readonly messages: number;
};

/** How many messages are restored in one file: a conversation of 8,000 turns. A small file could otherwise ask for all memory. */
const maxRestored = 2 ** 26;

type Remembered = Pick<RequestEvent, 'exchange' | 'attempt'> & {readonly messages: readonly Json[]};

/** The requests at the end of a file, newest first. */
export class SharedConversation {
	#requests: readonly Remembered[] = [];
	#restored = 0;
	readonly #max: number;

	/** `names` is how many names each request is remembered by. */
	constructor(names = 1) {
		this.#max = names * maxRemembered;
	}

	/** Call it with each request that was written or read whole. A name that was there before now means this request. */
	remember({exchange, attempt}: Pick<RequestEvent, 'exchange' | 'attempt'>, body: unknown): void {
		const messages = messagesIn(body);
		if (messages !== null) {
			const others = this.#requests.filter(known => known.exchange !== exchange || known.attempt !== attempt);
			this.#requests = [{exchange, attempt, messages}, ...others].slice(0, this.#max);
		}
	}

	forget(): void {
		this.#requests = [];
	}

	/** The line of a request, as short as possible. */
	shorten(event: RequestEvent): RequestEvent & {readonly continues?: Continues} {
		const messages = messagesIn(event.body);
		if (messages === null || !isObject(event.body)) {
			return event;
		}

		let continues: Continues = {exchange: 0, attempt: 0, messages: 0};
		for (const {exchange, attempt, messages: known} of this.#requests) {
			const shared = sharedLength(known, messages);
			continues = shared > continues.messages ? {exchange, attempt, messages: shared} : continues;
		}

		return continues.messages === 0
			? event
			: {...event, continues, body: {...event.body, messages: messages.slice(continues.messages)}};
	}

	/** The whole body of a request's line. `null` if the request to which it refers is missing, or if there are too many messages. */
	restore({exchange, attempt, messages: count}: Continues, body: Json | undefined): JsonObject | null {
		const found = this.#requests.find(known => known.exchange === exchange && known.attempt === attempt);
		const messages = messagesIn(body);
		if (found === undefined || messages === null || !isObject(body) || found.messages.length < count) {
			return null;
		}

		this.#restored += count;
		return this.#restored > maxRestored
			? null
			: {...body, messages: [...found.messages.slice(0, count), ...messages]};
	}
}

/** Reads the field of a line. `null` if it has none. */
export function continuesIn({continues}: JsonObject): Continues | null {
	if (!isObject(continues)) {
		return null;
	}

	const {exchange, attempt, messages} = continues;
	return typeof exchange === 'number' && typeof attempt === 'number' && isCount(messages)
		? {exchange, attempt, messages}
		: null;
}

function isCount(value: Json | undefined): value is number {
	return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function messagesIn(body: unknown): readonly Json[] | null {
	return isObject(body) && Array.isArray(body.messages) ? body.messages : null;
}

function sharedLength(known: readonly Json[], messages: readonly Json[]): number {
	const max = Math.min(known.length, messages.length);
	let count = 0;
	while (count < max && isSameJson(known[count], messages[count])) {
		count++;
	}

	return count;
}
