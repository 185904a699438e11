import {isObject, type JsonObject} from '../protocol/json.js';
import {type BlockSnapshot, blockOf, textOf} from '../protocol/message-snapshot.js';
import type {ExchangeView} from './exchange-view.js';
import type {TraceView} from './fold-trace.js';
import {itemAt} from './persistent-list.js';

/** A message of a request, as the wire has it. */
export type MessageParam = {
	readonly role: 'user' | 'assistant';
	readonly content: string | readonly JsonObject[];
};

/**
 * The messages of the next request: the conversation so far and the prompt. An exchange that failed is left out, as if it had
 * not been said; of one that was interrupted, what had come is kept. A tool call that nobody ran is answered with an error result.
 *
 * `since` is the number of the first exchange that counts: those before it belong to a conversation that was cleared.
 */
export function nextMessages(view: TraceView, prompt: string, since = 1): readonly MessageParam[] {
	const last = lastSaid(view, since);
	if (last === null) {
		return [{role: 'user', content: prompt}];
	}

	const answer = last.message?.blocks.filter(isSendable) ?? [];
	const pending = answer.filter(({type}) => type === 'tool_use').map(({start}) => toolRefusal(start));
	return [
		...requestMessages(last),
		{role: 'assistant', content: answer.map(blockOf)},
		{role: 'user', content: pending.length === 0 ? prompt : [...pending, {type: 'text', text: prompt}]},
	];
}

/** What was asked last, answered or not; `null` where nothing was. */
export function lastPrompt(view: TraceView): string | null {
	const last = itemAt(view.exchanges, view.exchanges.length - 1);
	return last === undefined ? null : promptOf(last);
}

/** What the user said in an exchange: the text of its last message, without the tool results that were put before it. */
export function promptOf(view: ExchangeView): string {
	const content = requestMessages(view).at(-1)?.content ?? '';
	return typeof content === 'string' ? content : textOf(content);
}

/** True when the exchange is part of the conversation: it has an answer, whole or interrupted. */
export function wasSaid(view: ExchangeView): boolean {
	return (
		(view.phase === 'complete' || view.phase === 'aborted') &&
		(view.message?.blocks.some(isSendable) ?? false)
	);
}

function lastSaid(view: TraceView, since: number): ExchangeView | null {
	for (let index = view.exchanges.length - 1; index >= 0; index--) {
		const exchange = itemAt(view.exchanges, index);
		if (exchange === undefined || exchange.exchange < since) {
			return null;
		}

		if (wasSaid(exchange)) {
			return exchange;
		}
	}

	return null;
}

function requestMessages(view: ExchangeView): readonly MessageParam[] {
	const body = view.attempts.at(-1)?.request.body;
	return isObject(body) && Array.isArray(body.messages)
		? (body.messages as unknown as readonly MessageParam[])
		: [];
}

/** The API refuses empty text, thinking without its signature, and tool calls that broke off. */
function isSendable(block: BlockSnapshot): boolean {
	const whole = blockOf(block);
	switch (block.type) {
		case 'text': {
			return block.text.trim() !== '';
		}

		case 'thinking': {
			return typeof whole.signature === 'string' && whole.signature !== '';
		}

		default: {
			return block.isClosed;
		}
	}
}

function toolRefusal(start: JsonObject): JsonObject {
	return {
		type: 'tool_result',
		tool_use_id: String(start.id),
		is_error: true,
		content: 'This tool was not run: the chat shows tool calls and has no tools of its own.',
	};
}
