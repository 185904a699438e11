import type Anthropic from '@anthropic-ai/sdk';
import {isObject, type JsonObject} from '../protocol/json.js';
import {type BlockSnapshot, blockOf} from '../protocol/message-snapshot.js';
import type {ExchangeView} from '../trace/exchange-view.js';
import type {TraceView} from '../trace/fold-trace.js';
import {itemAt} from '../trace/persistent-list.js';

/**
 * The messages of the next request: the conversation so far and the prompt. An exchange that failed is left out, as if it had
 * not been said; of one that was interrupted, what had come is kept. A tool call that nobody ran is answered with an error result.
 *
 * `since` is the number of the first exchange that counts: those before it belong to a conversation that was cleared.
 */
export function nextMessages(view: TraceView, prompt: string, since = 1): Anthropic.MessageParam[] {
	const last = lastSaid(view, since);
	if (last === null) {
		return [{role: 'user', content: prompt}];
	}

	const answer = last.message?.blocks.filter(isSendable) ?? [];
	const pending = answer.filter(({type}) => type === 'tool_use').map(({start}) => toolRefusal(start));
	return [
		...requestMessages(last),
		// What the server sent goes back as it came: the SDK's types for answers and for requests differ, the wire's do not.
		{role: 'assistant', content: answer.map(blockOf) as unknown as Anthropic.ContentBlockParam[]},
		{role: 'user', content: pending.length === 0 ? prompt : [...pending, {type: 'text', text: prompt}]},
	];
}

/** The conversation without its last turn: to ask the same again. `prompt` is what was asked, `null` where nothing was. */
export function lastPrompt(view: TraceView): string | null {
	const last = itemAt(view.exchanges, view.exchanges.length - 1);
	return last === undefined ? null : promptOf(last);
}

/** What the user said in an exchange: the text of its last message, without the tool results that were put before it. */
export function promptOf(view: ExchangeView): string {
	const content = requestMessages(view).at(-1)?.content ?? '';
	return typeof content === 'string'
		? content
		: content.flatMap(block => (block.type === 'text' ? [block.text] : [])).join('\n');
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

function requestMessages(view: ExchangeView): Anthropic.MessageParam[] {
	const body = view.attempts.at(-1)?.request.body;
	return isObject(body) && Array.isArray(body.messages)
		? (body.messages as unknown as Anthropic.MessageParam[])
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

function toolRefusal(start: JsonObject): Anthropic.ToolResultBlockParam {
	return {
		type: 'tool_result',
		tool_use_id: String(start.id),
		is_error: true,
		content: 'This tool was not run: the chat shows tool calls and has no tools of its own.',
	};
}
