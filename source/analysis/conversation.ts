import {type BlockSnapshot, blockOf} from '../messages/message-snapshot.js';
import {notRun, toolCalls, toolResult} from '../messages/tools/tool-call.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import type {TraceView} from '../trace/fold-trace.js';
import {itemAt} from '../trace/persistent-list.js';
import {isObject, type JsonObject} from '../wire/json.js';
import {type Content, type Prompt, promptIn, promptWords} from './prompt.js';

/** A message of a request, as on the wire. */
export type MessageParam = {
	readonly role: 'user' | 'assistant';
	readonly content: Content;
};

/**
 * The part of the trace that the next request continues, as exchange numbers. Exchanges before `since` belong to a conversation that was
 * cleared. The next exchange replaces `before`, and so follows the one that `before` followed. `results` answer the calls of the last answer.
 */
export type Branch = {
	readonly since?: number | undefined;
	readonly before?: number | undefined;
	readonly results?: readonly JsonObject[] | undefined;
};

/**
 * The messages of the next request: the conversation so far and the prompt. A failed exchange is left out as if it had not been said, and so is
 * a replaced one. The partial answer of an interrupted exchange is kept. A tool call without a result is answered with an error. With results,
 * be it none, and an empty prompt the turn continues: with the results alone, or with the paused answer as the last message.
 */
export function nextMessages(view: TraceView, prompt: Content, branch: Branch = {}): readonly MessageParam[] {
	const last = lastSaid(view, branch);
	if (last === null) {
		return [{role: 'user', content: prompt}];
	}

	const answer = last.message?.blocks.filter(isSendable) ?? [];
	const results = toolCalls(answer).map(
		call => branch.results?.find(result => result.tool_use_id === call.id) ?? toolResult(call, notRun),
	);
	const said = [...requestMessages(last), {role: 'assistant', content: answer.map(blockOf)} as const];
	if (results.length === 0 && prompt === '' && branch.results !== undefined) {
		return said;
	}

	return [
		...said,
		{role: 'user', content: results.length === 0 ? prompt : [...results, ...contentBlocks(prompt)]},
	];
}

function contentBlocks(content: Content): readonly JsonObject[] {
	return typeof content !== 'string' ? content : content === '' ? [] : [{type: 'text', text: content}];
}

/** The user's prompt in an exchange: what its last message holds, without the tool results that precede it. Empty if it continues a turn. */
export function wholePromptOf(view: ExchangeView): Prompt {
	return continuesTurn(view) ? '' : promptIn(requestMessages(view).at(-1)?.content ?? '');
}

/** The prompt of an exchange as one text, with a label for each file. */
export function promptOf(view: ExchangeView): string {
	return promptWords(wholePromptOf(view));
}

/** True if an exchange has no prompt of its own: its request ends with results of tools alone, or with an answer that was paused. */
export function continuesTurn(view: ExchangeView): boolean {
	const {role, content = ''} = requestMessages(view).at(-1) ?? {};
	if (typeof content === 'string' || content.length === 0) {
		return false;
	}

	return role === 'assistant'
		? content.some(block => block?.type === 'server_tool_use' || block?.type === 'compaction')
		: content.every(block => block?.type === 'tool_result');
}

/** True if the exchange is part of the conversation: it has an answer, complete or interrupted. */
export function wasSaid(view: ExchangeView): boolean {
	return (
		(view.phase === 'complete' || view.phase === 'aborted') &&
		(view.message?.blocks.some(isSendable) ?? false)
	);
}

/**
 * The exchange that the next one follows. A later exchange replaces an earlier one if its request holds no more messages. So, going back, each
 * exchange of the conversation has fewer messages than the one after it.
 */
export function lastSaid(
	view: TraceView,
	{since = 1, before = Number.POSITIVE_INFINITY}: Branch,
): ExchangeView | null {
	let limit = Number.POSITIVE_INFINITY;
	for (let index = view.exchanges.length - 1; index >= 0; index--) {
		const exchange = itemAt(view.exchanges, index);
		if (exchange === undefined || exchange.exchange < since) {
			return null;
		}

		const {length} = requestMessages(exchange);
		if (length > 0 && length < limit) {
			limit = length;
			if (exchange.exchange < before && wasSaid(exchange)) {
				return exchange;
			}
		}
	}

	return null;
}

/** The messages of an exchange's request. Empty if its body is not known. */
export function requestMessages(view: ExchangeView): readonly MessageParam[] {
	const body = view.attempts.at(-1)?.request.body;
	return isObject(body) && Array.isArray(body.messages)
		? (body.messages.filter(isObject) as unknown as readonly MessageParam[])
		: [];
}

/** The API rejects empty text, thinking without its signature, and unfinished tool calls. */
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
